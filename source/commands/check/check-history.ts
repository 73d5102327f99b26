import {diffRuns} from '../../checks/diff/diff-runs.ts';
import {findRun, shortId} from '../../checks/diff/find-run.ts';
import {tellDiff} from '../../checks/diff/tell-diff.ts';
import {countOutcomes} from '../../checks/count-outcomes.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';
import {isForeignRun, ranWords, runOutcomeWords} from '../../services/checks/run-words.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {tableLines} from '../aligned-rows.ts';
import {print, printJson} from '../print.ts';

export interface HistoryOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

/** Required checks that this run itself found not to hold. */
function blocking({results}: CheckRunRecord): string[] {
  const bad = new Set(['fail', 'unknown', 'skipped']);
  return results
    .filter(
      ({severity, isLeftOut, isInapplicable}) =>
        severity === 'required' && !isLeftOut && !isInapplicable,
    )
    .filter(({outcome}) => bad.has(outcome))
    .map(({name}) => name);
}

function row(run: CheckRunRecord, handoff: Handoff, now: string): readonly string[] {
  const blocked = blocking(run).length;
  return [
    shortId(run.id),
    ranWords(run, handoff, now),
    run.actor,
    `${runOutcomeWords(run)}${isForeignRun(handoff, run) ? ' (another file)' : ''}`,
    blocked === 0 ? '' : String(blocked),
  ];
}

/** Prints the runs of a handoff's checks, the newest first. */
export async function checkHistory({
  handoff: named,
  json = false,
}: HistoryOptions): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), {handoff: named}, 'reads');
  const runs = handoff.checkRuns.toReversed();
  const now = new Date().toISOString();
  if (json)
    printJson({
      runs: runs.map((run) => ({
        id: run.id,
        startedAt: run.startedAt,
        actor: run.actor,
        duration: run.duration,
        isInterrupted: run.isInterrupted,
        file: run.file,
        fileSha256: run.fileSha256,
        isForeign: isForeignRun(handoff, run),
        counts: countOutcomes(run.results),
        blocking: blocking(run),
      })),
    });
  else if (runs.length === 0)
    print(`The checks of ${handoff.id} have never run. Run them with "handoff-wizard check".`);
  else {
    const rows = runs.map((run) => row(run, handoff, now));
    print(tableLines([['RUN', 'WHEN', 'WHO', 'OUTCOMES', 'BLOCKING'], ...rows]).join('\n'));
  }
  return 0;
}

/** Prints what changed from one run to another: ids, their beginnings, `last` or `last~N`. */
export async function checkDiff(
  before: string,
  after: string,
  {handoff: named, json = false}: HistoryOptions,
): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), {handoff: named}, 'reads');
  const [from, to] = [before, after].map((reference) => findRun(handoff.checkRuns, reference));
  if (!from || !to) return 0;
  const diff = diffRuns(from, to);
  if (json) {
    const about = ({id: run, startedAt, fileSha256}: CheckRunRecord) => ({
      id: run,
      startedAt,
      fileSha256,
    });
    printJson({before: about(from), after: about(to), ...diff});
    return 0;
  }
  const now = new Date().toISOString();
  const name = (run: CheckRunRecord) => `${shortId(run.id)}, ${ranWords(run, handoff, now)}`;
  print([`From ${name(from)}, to ${name(to)}:`, ...tellDiff(diff)].join('\n'));
  return 0;
}
