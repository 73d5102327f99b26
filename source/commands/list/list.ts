import {isOverdue} from '../../handoff/time/schedule.ts';
import {dueWords, progressWords} from '../../handoff/time/wording.ts';
import {findOffered, offeredWords} from '../../services/sharing/find-shared.ts';
import {storeHome} from '../../store/store-home.ts';
import {listHandoffs, type HandoffList} from '../../store/list-handoffs.ts';
import type {HandoffSummary} from '../../store/progress/progress-file.ts';
import {tableLines} from '../aligned-rows.ts';
import {print, printJson} from '../print.ts';

/** One handoff as `list --json` prints it; `item` is the id of what is next, or `check-in 2`. */
function summaryData(
  {workspace: _, timeZone, next, updatedAt, ...summary}: HandoffSummary,
  now: string,
) {
  if (!next) return {...summary, updatedAt};
  const {id: item, text, due} = next;
  const nextDue = {item, text, ...due, isOverdue: isOverdue(due, timeZone, now)};
  return {...summary, nextDue, updatedAt};
}

/** Said of a handoff whose receiver has accepted it, and how much was changed since. */
function signedOffWords({isSignedOff, changedSince}: HandoffSummary): string | undefined {
  if (!isSignedOff) return undefined;
  return changedSince > 0 ? `Signed off, changed since: ${changedSince}` : 'Signed off';
}

/** When the next thing is due; a session that is planned is called that. */
function nextWords({next, timeZone}: HandoffSummary, now: string): string {
  if (!next) return '';
  return `${next.id === 'session' ? 'session ' : ''}${dueWords(next.due, timeZone, now)}`;
}

function row(handoff: HandoffSummary, now: string): readonly string[] {
  return [
    handoff.id,
    `${handoff.customer} · ${handoff.system}${handoff.holder === undefined ? '' : `, held by ${handoff.holder}`}`,
    signedOffWords(handoff) ?? handoff.phase,
    progressWords(handoff),
    nextWords(handoff, now),
  ];
}

/** All handoffs as an aligned table. */
export function formatList({handoffs, broken}: HandoffList, now: string): string {
  if (handoffs.length === 0 && broken.length === 0)
    return 'No handoffs yet. Start one with "handoff-wizard new --customer NAME --system NAME".';
  const rows = [
    ['ID', 'HANDOFF', 'PHASE', 'SETTLED', 'NEXT'],
    ...handoffs.map((handoff) => row(handoff, now)),
  ];
  const table = tableLines(rows);
  return [...(handoffs.length > 0 ? table : []), ...broken.flatMap(brokenWords)].join('\n');
}

function brokenWords(error: HandoffList['broken'][number]): string[] {
  return ['', error.message, ...(error.hint ? [error.hint] : [])];
}

/** Prints where every handoff stands. A broken file is reported and makes the exit code 2. */
export async function list({json = false}: {readonly json?: boolean}): Promise<number> {
  const home = storeHome();
  const found = await listHandoffs(home);
  const offered = offeredWords(home, process.cwd());
  const now = new Date().toISOString();
  if (json)
    printJson({
      handoffs: found.handoffs.map((handoff) => summaryData(handoff, now)),
      broken: found.broken.map(({file, message, hint}) => ({file, message, hint})),
      shared: findOffered(home, process.cwd())?.ids ?? [],
    });
  else print([formatList(found, now), ...(offered ? ['', offered] : [])].join('\n'));
  return found.broken.length > 0 ? 2 : 0;
}
