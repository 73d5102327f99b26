import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {CheckResult, Outcome, Severity} from '../../source/checks/check-result.ts';
import {countOutcomes, exitCodeOf} from '../../source/checks/count-outcomes.ts';
import {runChecks, UnknownCheckError, type CheckEvent} from '../../source/checks/run.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {isRunning, pidsIn} from './servers/processes.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

function named(name: string, command: string, ...more: readonly string[]): string {
  const lines = [`command: ${JSON.stringify(command)}`, 'expect: {exit: 0}', ...more];
  return [`  - name: ${name}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

describe('a run', () => {
  test('gives the results in the order of the file, whatever ends first', async () => {
    const yaml = [
      'system: Pay',
      'checks:',
      named('waits', 'while [ ! -e signal ]; do sleep 0.01; done'),
      named('signals', 'touch signal'),
      named('fails', 'exit 1'),
    ].join('\n');
    const events: CheckEvent[] = [];
    const run = await folder.run(yaml, {
      jobs: 2,
      onEvent: (event) => events.push(event),
      now: () => new Date('2026-01-02T03:04:05Z'),
    });
    expect(run).toMatchObject({
      system: 'Pay',
      file: path.join(folder.path, 'handoff.yaml'),
      fileSha256: expect.stringMatching(/^[\da-f]{64}$/),
      startedAt: '2026-01-02T03:04:05.000Z',
      isInterrupted: false,
    });
    expect(run.results.map(({name, outcome}) => [name, outcome])).toEqual([
      ['waits', 'pass'],
      ['signals', 'pass'],
      ['fails', 'fail'],
    ]);
    // The first cannot have ended before the second had run.
    expect(events.findIndex(({type, name}) => type === 'started' && name === 'signals')).toBe(1);
    expect(events.slice(0, 2)).toEqual([
      {type: 'started', index: 0, name: 'waits'},
      {type: 'started', index: 1, name: 'signals'},
    ]);
  });

  test('never has more checks at work than it may', async () => {
    const yaml = [
      'checks:',
      ...Array.from({length: 9}, (_, index) => named(`c${index}`, 'sleep 0.02')),
    ];
    let active = 0;
    let most = 0;
    const run = await folder.run(yaml.join('\n'), {
      jobs: 3,
      onEvent({type}) {
        active += type === 'started' ? 1 : -1;
        most = Math.max(most, active);
      },
    });
    expect(run.results).toHaveLength(9);
    expect(most).toBe(3);
  });

  test('runs only what was asked for', async () => {
    const yaml = ['checks:', named('a', 'true'), named('b', 'true'), named('c', 'true')].join('\n');
    const indexes: number[] = [];
    const run = await folder.run(yaml, {
      only: ['c', 'a'],
      onEvent: ({index}) => indexes.push(index),
    });
    expect(run.results.map(({name}) => name)).toEqual(['a', 'c']);
    expect(new Set(indexes)).toEqual(new Set([0, 2]));
  });

  test('refuses a name that is not in the file, and suggests one', async () => {
    const file = await folder.read(['checks:', named('API is healthy', 'true')].join('\n'));
    await expect(runChecks(file, {only: ['API is helthy']})).rejects.toThrow(UnknownCheckError);
    await expect(runChecks(file, {only: ['API is helthy']})).rejects.toThrow(
      'Did you mean "API is healthy"?',
    );
  });

  test('does not run what changes the system unasked', async () => {
    const yaml = ['checks:', named('restart', 'touch changed', 'effect: changes')].join('\n');
    const skipped = await folder.run(yaml);
    const changed = await folder.run([yaml, named('see', 'test -e changed')].join('\n'), {
      jobs: 1,
      allowChanges: true,
    });
    expect(skipped.results[0]).toMatchObject({
      outcome: 'skipped',
      message: 'Not run: it changes the system, and that was not asked for.',
    });
    expect(exitCodeOf(skipped)).toBe(0);
    expect(changed.results.map(({outcome}) => outcome)).toEqual(['pass', 'pass']);
  });

  test('shows nothing of the file that could harm a terminal', async () => {
    const run = await folder.run(
      [
        String.raw`system: "\e]0;x\aPay"`,
        'checks:',
        named(
          String.raw`"\e[31mred"`,
          'echo a; exit 1',
          String.raw`fix: "\e[2Jdo"`,
          String.raw`proves: "\ax"`,
        ),
      ].join('\n'),
    );
    // oxlint-disable-next-line no-control-regex
    expect(Object.values(run.results[0] ?? {}).join('')).not.toMatch(/[\u0000-\u001F]/);
    expect(run).toMatchObject({system: String.raw`\u001b]0;x\u0007Pay`});
  });

  test('takes secrets out of the names that the file itself gives', async () => {
    const names: string[] = [];
    const run = await folder.run(
      ['checks:', named('"login password=hunter2"', 'true')].join('\n'),
      {
        onEvent: ({name}) => names.push(name),
      },
    );
    expect(run.results[0]?.name).toBe('login password=[redacted: password]');
    expect(names).toEqual(Array.from({length: 2}, () => run.results[0]?.name));
  });
});

describe('an interruption', () => {
  test('ends everything, keeps what was finished, and leaves no process', async () => {
    await folder.write('pids', '');
    const controller = new AbortController();
    const yaml = [
      'checks:',
      named('quick', 'true'),
      named(
        'stubborn',
        `trap '' TERM; echo $$ >> pids; (trap '' TERM; sleep 60) & touch up; sleep 60`,
      ),
      named('waits', 'while [ ! -e up ]; do sleep 0.01; done'),
      named('stops', 'true'),
      named('never', 'true'),
    ].join('\n');
    const run = await folder.run(yaml, {
      jobs: 2,
      signal: controller.signal,
      onEvent({type, name}) {
        if (type === 'finished' && name === 'waits') controller.abort();
      },
    });
    expect(run.isInterrupted).toBe(true);
    expect(run.results.map(({name}) => name)).toEqual(['quick', 'waits']);
    expect(exitCodeOf(run)).toBe(130);
    const pids = await pidsIn(path.join(folder.path, 'pids'));
    expect(await Promise.all(pids.map(isRunning))).toEqual([false]);
  });

  test('before the start runs nothing', async () => {
    const run = await folder.run(['checks:', named('a', 'touch never')].join('\n'), {
      signal: AbortSignal.abort(),
    });
    expect(run).toMatchObject({isInterrupted: true, results: []});
  });
});

describe('the exit code', () => {
  test.each<
    [code: number, results: readonly (readonly [Outcome, Severity])[], isInterrupted: boolean]
  >([
    [0, [], false],
    [
      0,
      [
        ['pass', 'required'],
        ['waived', 'required'],
        ['skipped', 'required'],
      ],
      false,
    ],
    [
      3,
      [
        ['pass', 'required'],
        ['fail', 'required'],
        ['warn', 'required'],
      ],
      false,
    ],
    [3, [['unknown', 'required']], false],
    [4, [['warn', 'required']], false],
    [
      4,
      [
        ['fail', 'recommended'],
        ['pass', 'required'],
      ],
      false,
    ],
    [4, [['unknown', 'recommended']], false],
    [130, [['fail', 'required']], true],
  ])('%i for %j, interrupted: %s', (code, results, isInterrupted) => {
    const list = results.map(([outcome, severity]) => ({outcome, severity}));
    expect(exitCodeOf({results: list, isInterrupted})).toBe(code);
  });

  test('outcomes are counted', () => {
    const results: Pick<CheckResult, 'outcome'>[] = [
      {outcome: 'pass'},
      {outcome: 'pass'},
      {outcome: 'fail'},
    ];
    expect(countOutcomes(results)).toEqual({
      pass: 2,
      waived: 0,
      skipped: 0,
      warn: 0,
      unknown: 0,
      fail: 1,
    });
  });
});
