import type {Outcome} from '../check-result.ts';
import {isSameValue} from './same-value.ts';

/** As much of a result as is needed to compare it. */
export interface ComparedResult {
  readonly name: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly findings: readonly {
    readonly subject: string;
    readonly expected: string;
    readonly actual: string;
    readonly level: 'expect' | 'warn';
  }[];
}

/** As much of a run as is needed to compare it; a run and its record in a journal are both such. */
export interface ComparedRun {
  readonly id: string;
  readonly fileSha256: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
  readonly results: readonly ComparedResult[];
}

/** One thing that is different in the later run. */
export type RunChange =
  | {
      readonly type: 'outcome';
      readonly check: string;
      readonly before: Outcome;
      readonly after: Outcome;
      readonly message: string;
    }
  | {readonly type: 'added' | 'removed'; readonly check: string; readonly outcome: Outcome}
  | {
      /** What was seen, or what was expected, is different. */
      readonly type: 'value' | 'expectation';
      readonly check: string;
      readonly subject: string;
      readonly before: string;
      readonly after: string;
    };

export interface RunDiff {
  readonly isSameFile: boolean;
  readonly changes: readonly RunChange[];
  /** How many checks are in both runs with the same outcome, values and expectations. */
  readonly unchanged: number;
}

/** What each subject was seen to be; several statements about one subject see the same. */
function valuesOf({findings}: ComparedResult): Map<string, string> {
  return new Map(findings.map(({subject, actual}) => [subject, actual]));
}

function expectationsOf({findings}: ComparedResult): Map<string, string> {
  const all = Map.groupBy(findings, ({subject, level}) => `${level} ${subject}`);
  return new Map(
    [...all].map(([key, list]) => [key, list.map(({expected}) => expected).join(' and ')]),
  );
}

function compareMaps(
  type: 'value' | 'expectation',
  check: string,
  [before, after]: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>],
  isSame: (a: string, b: string) => boolean,
): RunChange[] {
  return [...after].flatMap(([subject, now]): RunChange[] => {
    const then = before.get(subject);
    return then === undefined || isSame(then, now)
      ? []
      : [{type, check, subject, before: then, after: now}];
  });
}

function compareResults(before: ComparedResult, after: ComparedResult): RunChange[] {
  const {name: check, message} = after;
  const outcome: RunChange[] =
    before.outcome === after.outcome
      ? []
      : [{type: 'outcome', check, before: before.outcome, after: after.outcome, message}];
  return [
    ...outcome,
    ...compareMaps('value', check, [valuesOf(before), valuesOf(after)], isSameValue),
    ...compareMaps(
      'expectation',
      check,
      [expectationsOf(before), expectationsOf(after)],
      (a, b) => a === b,
    ),
  ];
}

/** What is different in the later of two runs. Checks are the same when their names are. */
export function diffRuns(before: ComparedRun, after: ComparedRun): RunDiff {
  const old = new Map(before.results.map((result) => [result.name, result]));
  const names = new Set(after.results.map(({name}) => name));
  let unchanged = 0;
  const compared = after.results.flatMap((result): RunChange[] => {
    const known = old.get(result.name);
    if (!known) return [{type: 'added', check: result.name, outcome: result.outcome}];
    const changes = compareResults(known, result);
    unchanged += changes.length === 0 ? 1 : 0;
    return changes;
  });
  const removed = before.results
    .filter(({name}) => !names.has(name))
    .map(({name, outcome}): RunChange => ({type: 'removed', check: name, outcome}));
  return {
    isSameFile: before.fileSha256 === after.fileSha256,
    changes: [...compared, ...removed],
    unchanged,
  };
}
