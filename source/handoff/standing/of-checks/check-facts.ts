import type {CheckRecord, CheckRunRecord} from '../../model/check-run.ts';
import type {SeenCheck} from '../../model/seen-checks.ts';
import {ownSights, type ChecksHistory, type FileSight} from './checks-file-standing.ts';

/** What a run found out by itself, and not what it left standing from an earlier one. */
export interface Measured {
  readonly record: CheckRecord;
  readonly run: CheckRunRecord;
}

/** All that the journal tells of the checks, whatever the time. */
export interface CheckFacts {
  /** The checks of the handoff's own file as it was last seen. */
  readonly today: readonly SeenCheck[];
  /** By name, in the order of the journal. */
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
  /** Names of checks that ran while they were required. */
  readonly required: ReadonlySet<string>;
  /** Checks that ran before and stand in the file under no name any more. */
  readonly gone: readonly string[];
  /** How the file was last seen, be it that it could not be read. */
  readonly lastSight?: FileSight;
  readonly lastRun?: CheckRunRecord;
  /** Runs of other files. */
  readonly foreign: readonly CheckRunRecord[];
}

// What older versions wrote where a run had left a check out that never ran.
const neverRan = 'It has not run yet.';

function isMeasured({isLeftOut, outcome, message}: CheckRecord): boolean {
  return isLeftOut !== true && !(outcome === 'unknown' && message === neverRan);
}

function measuredIn(sights: readonly FileSight[]): Map<string, Measured[]> {
  const measured = new Map<string, Measured[]>();
  for (const {run} of sights)
    for (const record of run?.results ?? []) {
      const known = measured.get(record.name) ?? [];
      // Older versions wrote down again what they took over from an earlier run.
      const isCopy =
        record.startedAt < (run?.startedAt ?? '') &&
        known.some(({record: {startedAt}}) => startedAt === record.startedAt);
      if (!run || isCopy || !isMeasured(record)) continue;
      measured.set(record.name, [...known, {record, run}]);
    }
  return measured;
}

/** Names of checks that ran while required; under another name a check is what it was. */
function requiredNames(
  measured: ReadonlyMap<string, readonly Measured[]>,
  today: readonly SeenCheck[],
): ReadonlySet<string> {
  const isThere = (name: string) => today.some((check) => check.name === name);
  const names = [...measured].flatMap(([name, all]) =>
    all
      .filter(({record}) => record.severity === 'required')
      .flatMap(({record: {digest}}) =>
        digest === undefined || isThere(name)
          ? [name]
          : [name, ...today.filter((check) => check.digest === digest).map((check) => check.name)],
      ),
  );
  return new Set(names);
}

function findFacts(history: ChecksHistory): CheckFacts {
  const {sights, foreign} = ownSights(history);
  const measured = measuredIn(sights);
  const last = sights.at(-1);
  const today = sights.findLast(({problem}) => problem === undefined)?.checks ?? [];
  const names = new Set(today.map(({name}) => name));
  const digests = new Set(today.map(({digest}) => digest));
  const required = requiredNames(measured, today);
  const gone = [...measured].flatMap(([name, all]) => {
    const digest = all.at(-1)?.record.digest;
    const isRenamed = digest !== undefined && digests.has(digest);
    return names.has(name) || isRenamed ? [] : [name];
  });
  const lastRun = sights.findLast(({run}) => run !== undefined)?.run;
  return {
    today,
    measured,
    required,
    gone,
    foreign,
    ...(last ? {lastSight: last} : {}),
    ...(lastRun ? {lastRun} : {}),
  };
}

interface Remembered {
  readonly of: ChecksHistory;
  readonly facts: CheckFacts;
}

const remembered = new WeakMap<ChecksHistory['checkRuns'], Remembered>();

/** The facts of a handoff, found once for all that ask of the same. */
export function checkFacts(handoff: ChecksHistory): CheckFacts {
  const {workspace, checkRuns, seenChecks} = handoff;
  const known = remembered.get(checkRuns);
  if (known?.of.seenChecks === seenChecks && known.of.workspace === workspace) return known.facts;
  const of = {workspace, checkRuns, seenChecks};
  const facts = findFacts(of);
  remembered.set(checkRuns, {of, facts});
  return facts;
}
