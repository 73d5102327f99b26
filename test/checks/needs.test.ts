import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {CheckRun} from '../../source/checks/check-result.ts';
import {exitCodeOf} from '../../source/checks/count-outcomes.ts';
import {Problem} from '../../source/problem.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {isRunning, pidsIn} from './servers/processes.ts';
import {checksFile, commandCheck} from './yaml.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

function fates({results}: CheckRun): string[] {
  return results.map(({name, outcome}) => `${name} ${outcome}`);
}

describe('what a check needs', () => {
  test('runs before it, and the results stay in the order of the file', async () => {
    const order: string[] = [];
    const run = await folder.run(
      checksFile(
        commandCheck('last', 'true', 'needs: [middle, first]'),
        commandCheck('middle', 'true', 'needs: first'),
        commandCheck('free', 'true'),
        commandCheck('first', 'true'),
      ),
      {jobs: 1, onEvent: ({type, name}) => type === 'started' && order.push(name)},
    );
    expect(order).toEqual(['free', 'first', 'middle', 'last']);
    expect(fates(run)).toEqual(['last pass', 'middle pass', 'free pass', 'first pass']);
  });

  test('that changes the system runs alone, in its turn: what it does to others is no fault of theirs', async () => {
    const seen: string[] = [];
    const run = await folder.run(
      checksFile(
        commandCheck('before', 'true'),
        commandCheck('restart', 'true', 'effect: changes'),
        commandCheck('after', 'true'),
      ),
      {allowChanges: true, onEvent: ({type, name}) => seen.push(`${name} ${type}`)},
    );
    expect(seen.join(', ')).toBe(
      'before started, before finished, restart started, restart finished, after started, after finished',
    );
    expect(fates(run)).toEqual(['before pass', 'restart pass', 'after pass']);
  });

  test('and fails or is unknown leaves the check out with the reason, and what needs that one too', async () => {
    const run = await folder.run(
      checksFile(
        commandCheck('bad', 'exit 1'),
        commandCheck('lost', 'no-such-program-here'),
        commandCheck('free', 'true'),
        commandCheck('after bad', 'touch ran', 'needs: bad'),
        commandCheck('after lost', 'touch ran', 'needs: lost'),
        commandCheck('after both', 'touch ran', 'needs: after bad'),
        commandCheck('untouched', 'test ! -e ran', 'needs: free'),
      ),
    );
    expect(run.results.map(({outcome, message}) => `${outcome}: ${message}`).slice(3)).toEqual([
      'skipped: Not run: it needs "bad", which failed.',
      'skipped: Not run: it needs "lost", which is unknown.',
      'skipped: Not run: it needs "after bad", which was skipped.',
      'pass: exit 0',
    ]);
  });

  test('and only warns does not stop it', async () => {
    const run = await folder.run(
      checksFile(
        '  - name: slow\n    command: "true"\n    warn: {exit: 1}',
        commandCheck('next', 'true', 'needs: slow'),
      ),
    );
    expect(fates(run)).toEqual(['slow warn', 'next pass']);
  });

  test('goes on in bounded parallel', async () => {
    let active = 0;
    let most = 0;
    const many = Array.from({length: 8}, (_, index) =>
      commandCheck(`c${index}`, 'sleep 0.02', 'needs: first'),
    );
    const run = await folder.run(checksFile(commandCheck('first', 'true'), ...many), {
      jobs: 3,
      onEvent({type}) {
        active += type === 'started' ? 1 : -1;
        most = Math.max(most, active);
      },
    });
    expect(run.results).toHaveLength(9);
    expect(most).toBe(3);
  });

  test('does not keep an interruption from ending everything', async () => {
    await folder.write('pids', '');
    const controller = new AbortController();
    const run = await folder.run(
      checksFile(
        commandCheck('long', `echo $$ >> pids; touch up; sleep 60`),
        commandCheck('waits', 'while [ ! -e up ]; do sleep 0.01; done'),
        commandCheck('never', 'touch never', 'needs: long'),
      ),
      {
        signal: controller.signal,
        onEvent({type, name}) {
          if (type === 'finished' && name === 'waits') controller.abort();
        },
      },
    );
    expect(run.isInterrupted).toBe(true);
    expect(fates(run)).toEqual(['waits pass']);
    const pids = await pidsIn(path.join(folder.path, 'pids'));
    expect(await Promise.all(pids.map(isRunning))).toEqual([false]);
  });

  test('has its secrets taken out of the reason', async () => {
    const run = await folder.run(
      checksFile(
        commandCheck('"login password=hunter2"', 'exit 1'),
        commandCheck('next', 'true', 'needs: "login password=hunter2"'),
      ),
    );
    expect(run.results[1]?.message).toBe(
      'Not run: it needs "login password=[redacted: password]", which failed.',
    );
  });
});

describe('a condition', () => {
  test.each([
    ['the right system', 'when: {os: [linux, macos]}', 'pass', 'exit 0'],
    [
      'another system',
      'when: {os: windows}',
      'skipped',
      'Not run: it applies only if the system is windows.',
    ],
    ['not another system', 'when: {not: {os: windows}}', 'pass', 'exit 0'],
    ['a variable that is set', 'when: {env: STAGE}', 'pass', 'exit 0'],
    [
      'a variable that is not set',
      'when: {env: NOPE}',
      'skipped',
      'Not run: it applies only if the environment variable NOPE is set.',
    ],
    ['a variable with the value', 'when: {env: {STAGE: production}}', 'pass', 'exit 0'],
    [
      'a variable with another value',
      'when: {env: {STAGE: /^test/}}',
      'skipped',
      'Not run: it applies only if the environment variable STAGE matches /^test/.',
    ],
    ['a variable of the file', 'when: {var: {size: {one_of: [s, m]}}}', 'pass', 'exit 0'],
    [
      'another value of it',
      'when: {var: {size: l}}',
      'skipped',
      'Not run: it applies only if the variable size equals "l".',
    ],
    ['a file that is there', 'when: {file: handoff.yaml}', 'pass', 'exit 0'],
    [
      'a file that is not',
      'when: {file: nope.yaml}',
      'skipped',
      'Not run: it applies only if the file nope.yaml exists.',
    ],
    [
      'several of which one is not met',
      'when: {env: STAGE, os: windows}',
      'skipped',
      'Not run: it applies only if the system is windows.',
    ],
  ])('on %s decides', async (_name, when, outcome, message) => {
    const yaml = `vars: {size: m}\n${checksFile(commandCheck('it', 'true', when))}`;
    const {results} = await folder.run(yaml, {environment: {STAGE: 'production'}});
    expect(results[0]).toMatchObject({outcome, message});
  });

  test('on the outcome of another check waits for it', async () => {
    const run = await folder.run(
      checksFile(
        commandCheck('why', 'echo a reason', 'when: {check: up, is: [fail, unknown]}'),
        commandCheck('not so', 'true', 'when: {check: up}'),
        commandCheck('up', 'exit 1'),
      ),
    );
    expect(fates(run)).toEqual(['why pass', 'not so skipped', 'up fail']);
    expect(run.results[1]?.message).toBe('Not run: it applies only if "up" ends as pass.');
  });
});

describe('a selection', () => {
  const yaml = checksFile(
    commandCheck('a', 'true', 'tags: [net, slow]'),
    commandCheck('b', 'true', 'tags: [net]', 'severity: recommended', 'needs: base'),
    commandCheck('c', 'true', 'tags: [disk]', 'when: {check: a}'),
    commandCheck('base', 'true', 'severity: recommended'),
  );

  test.each([
    ['tags', {tags: ['slow', 'disk']}, ['a pass', 'c pass']],
    ['severity', {severity: 'required'} as const, ['a pass', 'c pass']],
    ['tags and severity', {tags: ['net'], severity: 'required'} as const, ['a pass']],
    ['names and tags', {only: ['a', 'c'], tags: ['disk']}, ['a pass', 'c pass']],
  ])('by %s', async (_name, selection, expected) => {
    expect(fates(await folder.run(yaml, selection))).toEqual(expected);
  });

  test('runs what it needs too, and says so', async () => {
    const run = await folder.run(yaml, {only: ['b']});
    expect(fates(run)).toEqual(['b pass', 'base pass']);
    expect(run.results[1]).toMatchObject({
      neededBy: 'b',
      message: 'exit 0 (run because "b" needs it)',
    });
    expect(run.results[0]).not.toHaveProperty('neededBy');
  });

  test('of an unknown tag suggests one; of nothing is refused', async () => {
    await expect(folder.run(yaml, {tags: ['nett']})).rejects.toThrow(
      'The checks file has no tag "nett". Did you mean "net"?',
    );
    await expect(folder.run(yaml, {tags: ['disk'], only: ['a']})).rejects.toThrow(Problem);
  });
});

describe('stopping at the first failure', () => {
  test('leaves out what has not started, with the reason', async () => {
    const run = await folder.run(
      checksFile(
        commandCheck('minor', 'exit 1', 'severity: recommended'),
        commandCheck('major', 'exit 1'),
        commandCheck('rest', 'touch rest'),
      ),
      {jobs: 1, failFast: true},
    );
    expect(fates(run)).toEqual(['minor fail', 'major fail', 'rest skipped']);
    expect(run.results[2]?.message).toBe(
      'Not run: "major" did not pass, and this run stops at the first required check that does not.',
    );
    expect(exitCodeOf(run)).toBe(3);
    expect(run.isInterrupted).toBe(false);
  });
});
