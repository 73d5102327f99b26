import {expect, test} from 'vitest';
import {
  diffRuns,
  type ComparedResult,
  type ComparedRun,
} from '../../../source/checks/diff/diff-runs.ts';
import {findRun} from '../../../source/checks/diff/find-run.ts';
import {tellDiff} from '../../../source/checks/diff/tell-diff.ts';
import type {Outcome} from '../../../source/checks/check-result.ts';

function result(
  name: string,
  outcome: Outcome,
  values: Readonly<Record<string, string>> = {},
  expected = '0',
): ComparedResult {
  const findings = Object.entries(values).flatMap(([subject, actual]) =>
    (['expect', 'warn'] as const).map((level) => ({subject, expected, actual, level})),
  );
  return {name, outcome, message: `why ${name}`, findings};
}

function run(fileSha256: string, ...results: readonly ComparedResult[]): ComparedRun {
  return {id: fileSha256, fileSha256, startedAt: '2026-01-02T03:04:05.000Z', results};
}

test('everything that changed between two runs is told once, the worst first', () => {
  const before = run(
    'a',
    result('Certificate', 'pass', {days_left: '40'}),
    result('API is healthy', 'pass'),
    result('Old', 'fail'),
    result('Pods', 'fail'),
    result('Restart', 'pass'),
    result('Disk', 'pass', {free: '12%'}, 'at least 10%'),
    result('Same', 'pass', {status: '200'}),
  );
  const after = run(
    'b',
    result('API is healthy', 'fail'),
    result('Certificate', 'pass', {days_left: '12'}),
    result('Pods', 'warn'),
    result('Restart', 'skipped'),
    result('Disk', 'pass', {free: '12%'}, 'at least 5%'),
    result('Same', 'pass', {status: '200'}),
    result('Fresh', 'unknown'),
  );
  expect(tellDiff(diffRuns(before, after))).toEqual([
    'The checks file has changed.',
    'Worse:',
    '  API is healthy: pass → fail: why API is healthy',
    'Better:',
    '  Pods: fail → warn: why Pods',
    'Otherwise changed:',
    '  Restart: pass → skipped: why Restart',
    'New checks:',
    '  Fresh: unknown',
    'No longer there:',
    '  Old, which was fail',
    'Values:',
    '  Certificate: days_left 40 → 12',
    'Expectations:',
    '  Disk: expect free at least 10% → at least 5%',
    '  Disk: warn free at least 10% → at least 5%',
    '1 check is as before.',
  ]);
});

test('two equal runs say that nothing changed', () => {
  const one = run('a', result('A', 'pass', {exit: '0'}), result('B', 'fail'));
  expect(tellDiff(diffRuns(one, one))).toEqual([
    'The checks file is the same.',
    '2 checks are as before.',
  ]);
});

test.each([
  ['43 ms', '81 ms', 0],
  ['90 ms', '200 ms', 1],
  ['2 s', '900 ms', 1],
  ['59 s', '1 min 10 s', 0],
  ['1 min 10 s', '5 min', 1],
  ['43', '44', 1],
])('from %s to %s is told %i times', (before, after, count) => {
  const [a, b] = [before, after].map((value) => run('a', result('A', 'pass', {latency: value})));
  expect(a && b && diffRuns(a, b).changes).toHaveLength(count);
});

test('a run is found by its place from the end and by the beginning of its id', () => {
  const runs = ['abc1', 'abd2', 'ff33'].map((id) => ({id}));
  expect(['last', 'last~0', 'last~2', 'abd', 'FF'].map((text) => findRun(runs, text).id)).toEqual([
    'ff33',
    'ff33',
    'abc1',
    'abd2',
    'ff33',
  ]);
  expect(() => findRun(runs, 'ab')).toThrow(/abc1, abd2/);
  expect(() => findRun(runs, 'last~3')).toThrow('There are 3 runs, so there is no "last~3".');
  expect(() => findRun(runs, 'zz')).toThrow(/No run has an id/);
  expect(() => findRun(runs, '')).toThrow(/No run has an id/);
});
