import {duties} from '../handoff/ahead/duties.ts';
import {currentPhase, handoffProgress, isSignedOff} from '../handoff/items/progress.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {dueWords, progressWords} from '../handoff/time/wording.ts';
import {storeHome} from '../store/home.ts';
import {listHandoffs, type HandoffList} from '../store/store.ts';
import {print, printJson} from './context.ts';

/** One handoff as `list --json` prints it. */
export interface HandoffSummary {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  readonly phase: string;
  readonly isSignedOff: boolean;
  readonly settled: number;
  readonly total: number;
  readonly nextDue?: {
    /** The id of the item or of the open point, or `check-in 2`. */
    readonly item: string;
    readonly text: string;
    readonly date: string;
    readonly instant?: string;
    readonly isOverdue: boolean;
  };
  readonly updatedAt: string;
}

export function summarize(handoff: Handoff, now: string): HandoffSummary {
  const [next] = duties(handoff, now);
  return {
    id: handoff.id,
    customer: handoff.customer,
    system: handoff.system,
    phase: currentPhase(handoff)?.title ?? '',
    isSignedOff: isSignedOff(handoff),
    ...handoffProgress(handoff),
    ...(next
      ? {nextDue: {item: next.id, text: next.text, ...next.due, isOverdue: next.isOverdue}}
      : {}),
    updatedAt: handoff.updatedAt,
  };
}

function row(handoff: Handoff, now: string): readonly string[] {
  const [next] = duties(handoff, now);
  return [
    handoff.id,
    `${handoff.customer} · ${handoff.system}`,
    isSignedOff(handoff) ? 'Signed off' : (currentPhase(handoff)?.title ?? ''),
    progressWords(handoffProgress(handoff)),
    next ? dueWords(next.due, handoff.timeZone, now) : '',
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
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const table = rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...(handoffs.length > 0 ? table : []), ...broken.flatMap(brokenWords)].join('\n');
}

function brokenWords(error: HandoffList['broken'][number]): string[] {
  return ['', error.message, ...(error.hint ? [error.hint] : [])];
}

/** Prints where every handoff stands. A broken file is reported and makes the exit code 2. */
export function list({json = false}: {readonly json?: boolean}): number {
  const found = listHandoffs(storeHome());
  const now = new Date().toISOString();
  if (json) {
    printJson({
      handoffs: found.handoffs.map((handoff) => summarize(handoff, now)),
      broken: found.broken.map(({file, message, hint}) => ({file, message, hint})),
    });
  } else {
    print(formatList(found, now));
  }
  return found.broken.length > 0 ? 2 : 0;
}
