import type {CheckRunRecord} from '../handoff/model/check-run.ts';
import type {SeenCheck} from '../handoff/model/seen-checks.ts';
import type {Change} from '../handoff/changes/catalogue.ts';
import {tellSteps} from '../handoff/changes/step-runs.ts';
import type {HandoffRecord} from '../handoff/model/handoff-record.ts';
import type {StepRun} from '../handoff/model/proof.ts';
import {hasSteps, runbookSteps} from '../handoff/runbooks/runbook-steps.ts';
import {wayOn} from '../handoff/runbooks/travel.ts';
import {fieldText} from '../handoff/registers/records.ts';
import type {PastChange} from './story.ts';

const minute = 60_000;

/** What happened a day before the session of a past, in minutes before now. */
export function dayBeforeSession(past: readonly PastChange[]): number {
  const start = past.find(({change}) => change.type === 'session/started');
  return (start?.minutesAgo ?? 0) + 24 * 60;
}

/** What an expectation would look like in an output: a pattern stands for what it describes. */
function seenAs(expected: string): string {
  return expected
    .replaceAll(/^\/|\/\w*$/gmu, '')
    .split('\n')
    .join(' ');
}

/** The way through the steps of a runbook on which each shows what it should. */
export function wayAsExpected(
  row: Pick<HandoffRecord, 'register' | 'fields'>,
  ranAt: string,
): StepRun[] {
  const steps = runbookSteps(row);
  const runs: StepRun[] = [];
  for (let step = steps[0]; step;) {
    const {number, title, commands: command, expected} = step;
    const actual = `exit 0: ${seenAs(expected)}`;
    const kind = 'measured';
    runs.push({number, title, command, expected, actual, isMet: true, kind, code: 0, ranAt});
    const to = wayOn(steps, step);
    step = to.kind === 'step' ? steps[to.number - 1] : undefined;
  }
  return runs;
}

/** Each runbook of a past that has something to run, run once, with what it was to print. */
export function pastProofs(
  past: readonly PastChange[],
  {minutesAgo, now}: {readonly minutesAgo: number; readonly now: number},
): PastChange[] {
  const ranAt = new Date(now - minutesAgo * minute).toISOString();
  return past.flatMap(({id, change}): PastChange[] => {
    if (change.type !== 'record/added' || change.register !== 'runbooks' || !id) return [];
    const command = fieldText(change, 'commands');
    const expected = fieldText(change, 'expected');
    const isLong = hasSteps(change);
    if (command === '' && !isLong) return [];
    const proven: Change = {
      type: 'runbook/proven',
      record: id,
      command,
      isMet: true,
      expected,
      actual: seenAs(expected),
      ...(isLong ? tellSteps(wayAsExpected(change, ranAt)) : {code: 0, duration: 40}),
    };
    return [{id: `proof of ${id}`, minutesAgo, change: proven}];
  });
}

/** A run of the checks in which each passed, so many minutes ago. */
export function pastRun(
  checks: readonly (SeenCheck & {readonly target: string})[],
  file: Pick<CheckRunRecord, 'file' | 'fileSha256' | 'actor'>,
  {minutesAgo, now}: {readonly minutesAgo: number; readonly now: number},
): PastChange {
  const startedAt = new Date(now - minutesAgo * minute).toISOString();
  const results = checks.map((check) => ({
    ...check,
    outcome: 'pass' as const,
    message: 'as expected',
    startedAt,
    duration: 20,
    findings: [],
  }));
  const run = {
    id: 'sample-run-1',
    ...file,
    startedAt,
    duration: 90,
    isInterrupted: false,
    results,
  };
  // What is recorded has begun before.
  return {minutesAgo: minutesAgo - 1, change: {type: 'checks/recorded', run}};
}
