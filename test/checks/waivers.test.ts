import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {exitCodeOf} from '../../source/checks/count-outcomes.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {checksFile, commandCheck} from './yaml.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const waivers = [
  'waivers:',
  '  - {check: it, reason: Replaced next week, approver: J. Ruiz, expires: 2026-12-31}',
].join('\n');

function file(...lines: readonly string[]): string {
  return `${waivers}\n${checksFile(...lines)}`;
}

/** Noon by this machine's clock: a waiver ends with a local day. */
function day(text: string): () => Date {
  return () => new Date(`${text}T12:00:00`);
}

describe('a waiver', () => {
  test.each([
    ['fail', 'exit 1', 'exit: expected 0, was 1'],
    ['unknown', 'no-such-program-at-all', expect.stringMatching(/not on this machine/)],
  ])('makes %s waived, and keeps what it was', async (outcome, command, why) => {
    const run = await folder.run(file(commandCheck('it', command)), {now: day('2026-12-30')});
    const [result] = run.results;
    expect(result).toMatchObject({
      outcome: 'waived',
      waiver: {
        outcome,
        reason: 'Replaced next week',
        approver: 'J. Ruiz',
        expires: '2026-12-31',
      },
    });
    const [, message] = /\(without the waiver: \w+, (.*)\)$/.exec(result?.message ?? '') ?? [];
    expect(message).toEqual(why);
    expect(exitCodeOf(run)).toBe(0);
  });

  test('makes a warning waived', async () => {
    const yaml = file('  - name: it\n    command: "true"\n    warn: {exit: 1}');
    const {results} = await folder.run(yaml, {now: day('2026-01-01')});
    expect(results[0]).toMatchObject({outcome: 'waived', waiver: {outcome: 'warn'}});
  });

  test('stops counting with the beginning of the day on which it expires', async () => {
    const yaml = file(commandCheck('it', 'exit 1'));
    const last = await folder.run(yaml, {now: () => new Date('2026-12-30T23:59:59')});
    const first = await folder.run(yaml, {now: () => new Date('2026-12-31T00:00:00')});
    expect(last.results[0]?.outcome).toBe('waived');
    expect(first.results[0]).toMatchObject({
      outcome: 'fail',
      message: 'exit: expected 0, was 1 (its waiver by J. Ruiz expired on 2026-12-31)',
    });
    expect(first.results[0]).not.toHaveProperty('waiver');
    expect(exitCodeOf(first)).toBe(3);
  });

  test('that is not needed is told', async () => {
    const run = await folder.run(file(commandCheck('it', 'true')), {now: day('2026-01-01')});
    expect(run.results[0]).toMatchObject({
      outcome: 'pass',
      message: 'exit 0 (its waiver by J. Ruiz is not needed)',
    });
  });

  test('lets go on what needs the check', async () => {
    const yaml = file(commandCheck('it', 'exit 1'), commandCheck('next', 'true', 'needs: it'));
    const {results} = await folder.run(yaml, {now: day('2026-01-01')});
    expect(results.map(({outcome}) => outcome)).toEqual(['waived', 'pass']);
  });

  test('shows no secret in its texts', async () => {
    const yaml = file(commandCheck('it', 'exit 1')).replace(
      'Replaced next week',
      '"password=hunter22 is wrong"',
    );
    const {results} = await folder.run(yaml, {now: day('2026-01-01')});
    expect(JSON.stringify(results)).not.toContain('hunter22');
  });
});
