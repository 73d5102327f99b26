import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Attestation} from '../../../source/checks/check-result.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const now = () => new Date('2026-03-20T10:00:00Z');

async function attest(lines: string, attestation: Partial<Attestation> = {}) {
  const whole = {by: 'J. Ruiz', at: '2026-03-12T09:12:00Z', isMet: true, ...attestation};
  return folder.check(lines, {now, attestations: new Map([['it', whole]])});
}

describe('what a person says', () => {
  test('passes when it is so, with name, time and note', async () => {
    const result = await attest('manual: Is the escalation contact reachable?', {
      note: 'called her',
    });
    expect(result).toMatchObject({
      outcome: 'pass',
      target: 'Is the escalation contact reachable?',
      message: 'Attested by J. Ruiz, 2026-03-12 09:12 UTC: called her',
    });
    expect(result.findings).toMatchObject([{subject: 'attested', isMet: true}]);
  });

  test('fails when it is not', async () => {
    const result = await attest('manual: {instruction: Restart the service.}', {isMet: false});
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'Attested not to be so by J. Ruiz, 2026-03-12 09:12 UTC.',
    });
  });

  test('warns when it is only wished for', async () => {
    const result = await attest('manual: Is it so?\nwarn: {attested: true}', {isMet: false});
    expect(result.outcome).toBe('warn');
  });

  test('keeps no secret and no escape from the note', async () => {
    const result = await attest('manual: Is it so?', {note: '\u001B[31mpassword=hunter2'});
    expect(JSON.stringify(result)).not.toMatch(/hunter2|\\u001b/i);
  });
});

describe('nothing can be said', () => {
  test('without an attestation, or with one for another check', async () => {
    const without = await folder.check('manual: Is it so?');
    expect(without).toMatchObject({
      outcome: 'unknown',
      message: 'Nobody has attested this yet.',
    });
    const other = {by: 'J. Ruiz', at: '2026-03-12T09:12:00Z', isMet: true};
    const result = await folder.check('manual: Is it so?', {
      attestations: new Map([['other', other]]),
    });
    expect(result.outcome).toBe('unknown');
  });

  test.each([
    ['7d', 'unknown'],
    ['14d', 'pass'],
  ])('when it counts for %s and is 8 days old: %s', async (validFor, outcome) => {
    const result = await attest(`manual: {question: Is it so?, valid_for: ${validFor}}`);
    expect(result.outcome).toBe(outcome);
  });

  test('by one that has expired, which says so', async () => {
    const result = await attest('manual: {question: Is it so?, valid_for: 7d}');
    expect(result.message).toBe(
      'Attested by J. Ruiz, 2026-03-12 09:12 UTC. It counts for 7 d only; attest it again.',
    );
  });

  test('by one whose time cannot be read', async () => {
    const result = await attest('manual: Is it so?', {at: 'yesterday'});
    expect(result.outcome).toBe('unknown');
  });
});

test.each([
  ['{valid_for: 7d}', /Say either what is asked \(question\)/],
  ['{question: a, instruction: b}', /Say either what is asked \(question\)/],
  ['{question: a, valid_for: 7}', /A length of time has a unit/],
  ['{questoin: a}', /Did you mean "question"/],
])('manual: %s is refused', async (spec, message) => {
  await expect(folder.check(`manual: ${spec}`)).rejects.toThrow(message);
});
