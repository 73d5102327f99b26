import {diffRuns, type ComparedRun, type RunChange} from '../../checks/diff/diff-runs.ts';
import {isBetter, isWorse} from '../../checks/diff/tell-diff.ts';

/**
 * What a difference comes to: something holds less than before or more, something is otherwise, or a
 * figure has moved within the bounds that it is held to.
 */
export type DriftWeight = 'worse' | 'changed' | 'better' | 'figure';

export interface JudgedChange {
  readonly change: RunChange;
  readonly weight: DriftWeight;
}

export interface Drift {
  readonly isSameFile: boolean;
  /** The worst first. */
  readonly changes: readonly JudgedChange[];
  /** How many checks are in both runs and as before. */
  readonly unchanged: number;
}

const day = 86_400_000;

/** What is expected of a figure that may move, as assertions say it in words. */
const bounded = /^(?:below|above|at least|at most) /u;

function isWithinBounds(run: ComparedRun, check: string, subject: string): boolean {
  const {findings = []} = run.results.find(({name}) => name === check) ?? {};
  const expected = findings.filter((one) => one.subject === subject);
  return expected.length > 0 && expected.every((one) => bounded.test(one.expected));
}

/** Days that are left pass one by one; more of them are those of another certificate, and so are fewer. */
function isOfAnother(
  {before, after}: {readonly before: string; readonly after: string},
  passed: number,
): boolean {
  const left = Number.parseInt(after, 10) - Number.parseInt(before, 10);
  return Math.abs(left + passed) > 1;
}

function weightOf(change: RunChange, before: ComparedRun, after: ComparedRun): DriftWeight {
  if (isWorse(change)) return 'worse';
  if (isBetter(change)) return 'better';
  if (change.type !== 'value') return 'changed';
  const {check, subject} = change;
  if (/^days[_ ]left$/u.test(subject)) {
    const passed = (Date.parse(after.startedAt) - Date.parse(before.startedAt)) / day;
    return isOfAnother(change, passed) ? 'changed' : 'figure';
  }
  return isWithinBounds(after, check, subject) ? 'figure' : 'changed';
}

/** A value by which a check came to another outcome is told with that. */
function isToldByOutcome(change: RunChange, changes: readonly RunChange[]): boolean {
  return (
    change.type === 'value' &&
    changes.some(
      (other) =>
        other.type === 'outcome' &&
        other.check === change.check &&
        other.message.startsWith(`${change.subject}: `),
    )
  );
}

const order: readonly DriftWeight[] = ['worse', 'changed', 'better', 'figure'];

/** What is different on the system in the later of two runs of its checks, and what each comes to. */
export function judgeDrift(before: ComparedRun, after: ComparedRun): Drift {
  const {isSameFile, changes, unchanged} = diffRuns(before, after);
  const judged = changes
    .filter((change) => !isToldByOutcome(change, changes))
    .map((change) => ({change, weight: weightOf(change, before, after)}));
  return {
    isSameFile,
    changes: judged.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight)),
    unchanged,
  };
}

/** Whether a system is another than it was: what got better, and what moves within its bounds, is none. */
export function hasDrifted({isSameFile, changes}: Drift): boolean {
  return !isSameFile || changes.some(({weight}) => weight === 'worse' || weight === 'changed');
}
