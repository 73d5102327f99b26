import type {Outcome} from '../check-result.ts';
import type {RunChange, RunDiff} from './diff-runs.ts';

/** How bad an outcome is; those that count for nothing are alike. */
const weights: Readonly<Record<Outcome, number>> = {
  pass: 0,
  waived: 0,
  skipped: 0,
  warn: 1,
  unknown: 2,
  fail: 3,
};

const headings = {
  worse: 'Worse:',
  better: 'Better:',
  other: 'Otherwise changed:',
  added: 'New checks:',
  removed: 'No longer there:',
  value: 'Values:',
  expectation: 'Expectations:',
} as const;

function groupOf(change: RunChange): keyof typeof headings {
  if (change.type !== 'outcome') return change.type;
  const difference = weights[change.after] - weights[change.before];
  return difference > 0 ? 'worse' : difference < 0 ? 'better' : 'other';
}

/** Whether something holds less than before: a check gives a worse outcome, or is gone that held. */
export function isWorse(change: RunChange): boolean {
  return (
    groupOf(change) === 'worse' || (change.type === 'removed' && weights[change.outcome] === 0)
  );
}

/** Whether a check gives a better outcome than before. */
export function isBetter(change: RunChange): boolean {
  return groupOf(change) === 'better';
}

/** One difference in plain words. */
export function tellChange(change: RunChange): string {
  switch (change.type) {
    case 'outcome': {
      const why = change.message === '' ? '' : `: ${change.message}`;
      return `${change.check}: ${change.before} → ${change.after}${why}`;
    }
    case 'added':
      return `${change.check}: ${change.outcome}`;
    case 'removed':
      return `${change.check}, which was ${change.outcome}`;
    case 'value':
    case 'expectation':
      return `${change.check}: ${change.subject} ${change.before} → ${change.after}`;
    default:
      return change satisfies never;
  }
}

/** What changed between two runs, in plain words, the worst first. One entry is one line. */
export function tellDiff({isSameFile, changes, unchanged}: RunDiff): string[] {
  const groups = Map.groupBy(changes, groupOf);
  const told = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((group) => {
    const list = groups.get(group) ?? [];
    return list.length === 0 ? [] : [headings[group], ...list.map((one) => `  ${tellChange(one)}`)];
  });
  const rest = unchanged === 1 ? '1 check is as before.' : `${unchanged} checks are as before.`;
  return [
    isSameFile ? 'The checks file is the same.' : 'The checks file has changed.',
    ...told,
    ...(unchanged > 0 || told.length === 0 ? [rest] : []),
  ];
}
