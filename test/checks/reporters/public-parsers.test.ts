import {parse as parseJunit} from 'junit2json';
import parsePrometheus from 'parse-prometheus-text-format';
import {Parser as TapParser} from 'tap-parser';
import {describe, expect, test} from 'vitest';
import {outcomes, type CheckResult, type CheckRun} from '../../../source/checks/check-result.ts';
import {formatJunit} from '../../../source/checks/reporters/junit.ts';
import {formatPrometheus} from '../../../source/checks/reporters/prometheus.ts';
import {formatTap} from '../../../source/checks/reporters/tap.ts';
import {hostileMessage, hostileName, hostileRun} from './hostile-run.ts';

const interrupted: CheckRun = {...hostileRun, isInterrupted: true};
const empty: CheckRun = {...hostileRun, results: []};

function named(name: string): CheckResult | undefined {
  return hostileRun.results.find((result) => result.name === name);
}

describe('tap-parser', () => {
  function read(run: CheckRun) {
    const parser = new TapParser({strict: true});
    const points: {readonly ok: boolean; readonly name: string; readonly diag: unknown}[] = [];
    const stray: string[] = [];
    parser.on('assert', (point) => points.push(point));
    parser.on('extra', (line: string) => stray.push(line));
    parser.end(formatTap(run));
    return {results: parser.results, points, stray};
  }

  test('reads one point per check, and nothing it does not understand', () => {
    const {results, points, stray} = read(hostileRun);
    expect(stray).toEqual([]);
    expect(points.map(({ok}) => ok)).toEqual([true, false, true, false, false, true, false]);
    expect(results).toMatchObject({ok: false, count: 7, fail: 4, todo: 2, skip: 1, bailout: false});
    // What is recommended only, and what is waived, is a TODO and no failure.
    expect(results?.failures.map(({id}) => id)).toEqual([2, 4]);
  });

  test('gives the message back as it was', () => {
    const {points} = read(hostileRun);
    expect(points[1]?.name).toMatch(/^a \]\]> <b a="1"> & 'q' "d" # TODO /);
    expect(points[1]?.diag).toMatchObject({outcome: 'fail', message: hostileMessage});
  });

  test('sees that a run was interrupted, and that an empty one is no failure', () => {
    expect(read(interrupted).results).toMatchObject({
      ok: false,
      bailout: expect.stringMatching(/^Interrupted/),
    });
    expect(read(empty).results).toMatchObject({ok: true, count: 0});
  });
});

describe('junit2json', () => {
  async function read(run: CheckRun) {
    const all = await parseJunit(formatJunit(run));
    if (!all || !('testsuite' in all)) throw new Error('There are no suites.');
    return {all, cases: all.testsuite?.[0]?.testcase ?? []};
  }

  test('reads a case per check with its verdict, and totals that agree', async () => {
    const {all, cases} = await read(hostileRun);
    expect(all).toMatchObject({tests: 7, failures: 2, errors: 1, time: 1.234});
    expect(all.testsuite?.[0]).toMatchObject({
      name: hostileRun.system,
      skipped: 2,
      timestamp: hostileRun.startedAt,
    });
    const verdicts = cases.map(({failure, error, skipped}) =>
      failure ? 'failure' : error ? 'error' : skipped ? 'skipped' : 'none',
    );
    expect(verdicts).toEqual(['none', 'failure', 'none', 'error', 'failure', 'skipped', 'skipped']);
    // Control characters, which XML cannot hold, are the only ones that are lost.
    expect(cases[1]?.name).toContain(hostileName.slice(0, hostileName.indexOf('\u0007')));
    expect(cases[1]?.failure?.[0]?.message).toBe(hostileMessage);
  });

  test('sees that a run was interrupted', async () => {
    const {all, cases} = await read(interrupted);
    expect(all).toMatchObject({tests: 8, errors: 2});
    expect(cases.at(-1)?.error?.[0]?.message).toMatch(/^Interrupted/);
  });
});

describe('parse-prometheus-text-format', () => {
  function read(run: CheckRun) {
    return new Map(parsePrometheus(formatPrometheus(run)).map((one) => [one.name, one]));
  }

  test('reads a gauge per check and outcome with the names as they are', () => {
    const families = read(hostileRun);
    expect([...families.values()].map(({type}) => type)).toEqual(
      Array.from(families, () => 'GAUGE'),
    );
    const set = families.get('handoff_check_outcome')?.metrics.filter(({value}) => value === '1');
    expect(set?.map(({labels}) => labels?.['outcome'])).toEqual(
      hostileRun.results.map(({outcome}) => outcome),
    );
    expect(set?.[0]?.labels).toEqual({
      system: hostileRun.system,
      check: 'API is healthy',
      kind: 'http',
      severity: named('API is healthy')?.severity,
      outcome: 'pass',
    });
    expect(families.get('handoff_checks')?.metrics).toHaveLength(outcomes.length);
    expect(families.get('handoff_run_exit_code')?.metrics[0]?.value).toBe('3');
  });

  test('reads what plugins measured', () => {
    const [result] = hostileRun.results;
    const metrics = [
      {label: '/var "x" \\ y', unit: 'B', value: 1.5e12},
      {label: 'load', unit: '', value: 0.25},
      {label: 'gone', unit: '', value: null},
    ];
    const results = result ? [{...result, metrics}] : [];
    const measured = read({...hostileRun, results}).get('handoff_check_metric')?.metrics;
    expect(measured?.map(({labels, value}) => [labels?.['metric'], value])).toEqual([
      ['/var "x" \\ y', '1500000000000'],
      ['load', '0.25'],
    ]);
  });

  test('reads an interrupted and an empty run', () => {
    expect(read(interrupted).get('handoff_run_interrupted')?.metrics[0]?.value).toBe('1');
    expect(read(empty).has('handoff_check_outcome')).toBe(false);
  });
});
