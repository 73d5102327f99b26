import type {CheckRunRecord} from '../handoff/model/check-run.ts';
import type {SeenCheck} from '../handoff/model/seen-checks.ts';
import {fieldText} from '../handoff/registers/records.ts';
import type {PastChange} from './story.ts';

const minute = 60_000;

/** What happened a day before the session of a past, in minutes before now. */
export function dayBeforeSession(past: readonly PastChange[]): number {
  const start = past.find(({change}) => change.type === 'session/started');
  return (start?.minutesAgo ?? 0) + 24 * 60;
}

/** Each runbook of a past that has commands, run once, with what it was to print. */
export function pastProofs(past: readonly PastChange[], minutesAgo: number): PastChange[] {
  return past.flatMap(({id, change}): PastChange[] => {
    if (change.type !== 'record/added' || change.register !== 'runbooks' || !id) return [];
    const command = fieldText(change, 'commands');
    const expected = fieldText(change, 'expected');
    if (command === '') return [];
    // A pattern stands for what it describes.
    const seen = expected
      .replaceAll(/^\/|\/\w*$/gmu, '')
      .split('\n')
      .join(' ');
    return [
      {
        minutesAgo,
        change: {
          type: 'runbook/proven',
          record: id,
          command,
          isMet: true,
          expected,
          actual: seen,
          code: 0,
        },
      },
    ];
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
