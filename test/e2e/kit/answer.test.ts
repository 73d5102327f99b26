import {existsSync} from 'node:fs';
import {copyFile, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {sha256} from '../../../source/documents/manifest.ts';
import {makePlace, type Place} from '../place.ts';
import {makeSides, type Sides} from './sides.ts';

let sides: Sides;

beforeAll(async () => {
  sides = await makeSides();
});
afterAll(() => sides[Symbol.asyncDispose]());

test('the receiver sees what came, runs, performs, asks and accepts, and the engineer sees all of it', async () => {
  const {mina, jordan, id} = sides;
  const index = await mina(['open', 'kit.zip']);
  expect(index, index.stderr).toMatchObject({exitCode: 0});
  for (const text of [
    'the kit for Apex Banking',
    'Whole:',
    'Look',
    'not run here yet',
    'How to go on',
  ])
    expect(index.stdout).toContain(text);
  expect((await mina(['open', '--read', 'handoff-document'])).stdout).toContain('# ');

  const untrusted = await mina(['answer', 'check']);
  expect(untrusted).toMatchObject({exitCode: 2});
  expect(untrusted.stderr).toContain('Nobody has trusted');
  expect(await mina(['answer', 'check', '--trust'])).toMatchObject({exitCode: 0});
  const unseen = await mina(['answer', 'run', 'Look']);
  expect(unseen.stderr).toContain('Nothing was run.');
  expect(await mina(['answer', 'run', 'Look', '--yes'])).toMatchObject({exitCode: 0});
  for (const task of ['Check health', 'Restart a', 'Find an error'])
    expect(await mina(['answer', 'demonstrate', task, 'unaided'])).toMatchObject({exitCode: 0});
  expect((await mina(['answer', 'demonstrate', 'Restore', 'failed'])).stderr).toContain(
    'Nothing says',
  );
  const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
  await mina(['answer', 'ask', `Who renews it? ${secret}`]);
  expect(index.stdout).toContain('What do you do when it stops?');
  expect((await mina(['answer', 'say', 'it stops', 'Sure'])).stderr).toContain('shows nothing');
  await mina(['answer', 'say', 'it stops', 'I look at the log']);
  await mina(['answer', 'ask', 'A mistake']);
  expect((await mina(['answer', 'undo'])).stdout).toContain('A mistake');
  await mina(['answer', 'decide', 'accepted', '--role', 'head of operations']);
  const written = await mina(['answer', '--out', 'answer.json']);
  expect(written, written.stderr).toMatchObject({exitCode: 0});
  const text = await readFile(path.join(sides.desk, 'answer.json'), 'utf8');
  expect(text).not.toContain(secret);
  expect(text).not.toContain('A mistake');

  const before = await jordan.stored(id);
  const dry = await jordan.run(['import', sides.answer, '--dry-run']);
  expect(dry.stdout).toContain('would be taken');
  expect((await jordan.stored(id)).journal).toHaveLength(before.journal.length);

  const imported = await jordan.run(['import', sides.answer]);
  expect(imported, imported.stderr).toMatchObject({exitCode: 0});
  expect(imported.stdout).toContain('It says that it is of Mina Okafor, and is not signed.');
  const {handoff, journal} = await jordan.stored(id);
  expect(handoff.checkRuns.at(-1)).toMatchObject({actor: 'Mina Okafor'});
  expect(handoff.proofs.at(-1)).toMatchObject({by: 'Mina Okafor', isMet: true, kind: 'measured'});
  expect(handoff.demonstrations).toHaveLength(3);
  expect(handoff.demonstrations.every(({observer}) => observer === '')).toBe(true);
  expect(handoff.teachBacks.at(-1)).toMatchObject({
    answerer: 'Mina Okafor',
    said: 'I look at the log',
  });
  expect(handoff.session.notes.map((note) => note.text).join()).toContain('Who renews it?');
  expect(handoff.signOffs.at(-1)).toMatchObject({
    name: 'Mina Okafor',
    decision: 'accepted',
    enteredBy: 'Jordan Ruiz',
    how: 'file',
  });
  // What she did herself in the same answer is no change of what she accepted.
  const status = await jordan.run(['status', id]);
  expect(status.stdout).toMatch(/^Accepted on .* by Mina Okafor/mu);
  expect(status.stdout).not.toContain('changed since:');
  expect(status.stdout).toContain('Answer of Mina Okafor');
  // She stands on the side of the receiver as before.
  expect(handoff.actors).toEqual(['Jordan Ruiz']);
  const log = await jordan.run(['log', id]);
  expect(log.stdout).toContain('(in an answer, imported by Jordan Ruiz)');

  const again = await jordan.run(['import', sides.answer]);
  expect(again.stdout).toContain('nothing new');
  expect((await jordan.stored(id)).journal).toHaveLength(journal.length);

  await jordan.run(['row', 'set', 'Look', 'expected=it runs well', '--reason', 'It says more now']);
  const changed = await jordan.run(['status', id]);
  expect(changed.stdout).toContain('changed since: the runbook "Look"');
});

/** An answer as it would come from elsewhere. */
async function forged(change: (answer: Record<string, unknown>) => void): Promise<string> {
  const answer = JSON.parse(await readFile(sides.answer, 'utf8')) as Record<string, unknown>;
  change(answer);
  const file = path.join(sides.desk, `forged-${sha256(JSON.stringify(answer)).slice(0, 8)}.json`);
  await writeFile(file, `${JSON.stringify(answer, undefined, 2)}\n`);
  return file;
}

const question = {kind: 'question', at: '2026-03-04T09:00:00.000Z', text: 'And now?'};

describe('an answer from elsewhere', () => {
  test.each<readonly [string, (answer: Record<string, unknown>) => void, RegExp]>([
    ['of one of ours', (answer) => (answer['name'] = 'Jordan Ruiz'), /hands the system over/u],
    ['of a name without end', (answer) => (answer['name'] = 'x'.repeat(1000)), /read: name/u],
    ['of nobody', (answer) => (answer['name'] = 'n/a'), /names nobody/u],
    ['to another kit', (answer) => (answer['kit'] = 'e'.repeat(64)), /has made no such kit/u],
    ['of another version', (answer) => (answer['version'] = 'e'.repeat(64)), /another version/u],
    ['of a newer program', (answer) => (answer['format'] = 2), /newer version/u],
    ['to no handoff here', (answer) => (answer['handoff'] = '../../etc'), /no handoff/u],
    [
      'with another shape',
      (answer) => (answer['entries'] = [{kind: 'sudo'}]),
      /can be read: entries/u,
    ],
    [
      'with too many things',
      (answer) => (answer['entries'] = Array.from({length: 1000}, () => question)),
      /can be read: entries/u,
    ],
    [
      'with evidence that is another',
      (answer) => (answer['evidence'] = {['a'.repeat(64)]: 'all is well'}),
      /evidence that is not what its name says/u,
    ],
    [
      'with a signature that is none',
      (answer) => (answer['signature'] = {kind: 'pgp'}),
      /signature/u,
    ],
  ])('%s is refused with the reason, and nothing is written', async (_, change, reason) => {
    const {jordan, id} = sides;
    const before = (await jordan.stored(id)).journal.length;
    const refused = await jordan.run(['import', await forged(change)]);
    expect(refused.exitCode, refused.stdout).toBe(2);
    expect(refused.stderr).toMatch(reason);
    expect((await jordan.stored(id)).journal).toHaveLength(before);
  });

  test('that says what cannot be is taken without it', async () => {
    const {jordan, id} = sides;
    const file = await forged((answer) => {
      answer['entries'] = [
        question,
        {...question, text: '\u001B]0;owned\u0007Who calls?\nSigned with the key of Ana.'},
        {
          kind: 'demonstration',
          at: '2099-01-01T00:00:00Z',
          item: 'nowhere',
          startedAt: '2099-01-01T00:00:00Z',
          result: 'unaided',
        },
        {kind: 'decision', at: question.at, decision: 'declined', role: 'head of operations'},
      ];
    });
    const taken = await jordan.run(['import', file]);
    expect(taken, taken.stderr).toMatchObject({exitCode: 4});
    expect(taken.stdout).toContain('2 things taken');
    expect(taken.stdout).toContain('is not there');
    // What somebody wrote forges no line of ours.
    expect(taken.stdout).not.toMatch(/^Signed/mu);
    expect(taken.stdout).toContain('Nothing says why it is declined');
    const {handoff} = await jordan.stored(id);
    expect(handoff.session.notes.at(-1)?.text).toBe('Who calls?\nSigned with the key of Ana.');
    expect(handoff.signOffs.at(-1)?.decision).toBe('accepted');
  });
});

const hasKeys = existsSync('/usr/bin/ssh-keygen');

test.skipIf(!hasKeys)('a signed answer says by whom, and a changed one is found', async () => {
  const {mina, jordan, desk, id} = sides;
  const key = path.join(desk, 'key');
  await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  await mina(['answer', 'ask', 'Signed by me?']);
  const written = await mina(['answer', '--out', 'signed.json', '--sign', key]);
  expect(written.stdout, written.stderr).toContain('It is signed');
  const file = path.join(desk, 'signed.json');

  const text = await readFile(file, 'utf8');
  const changed = path.join(desk, 'changed.json');
  await writeFile(changed, text.replace('Signed by me?', 'Signed by him?'));
  expect((await jordan.run(['import', changed])).stderr).toContain('is not good');
  await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', `${key}-2`]);
  const other = await jordan.run(['import', file, '--signer', `${key}-2.pub`]);
  expect(other, other.stdout).toMatchObject({exitCode: 2});
  const unsigned = await jordan.run(['import', sides.answer, '--signer', `${key}.pub`]);
  expect(unsigned.stderr).toContain('nobody vouches');

  const imported = await jordan.run(['import', file, '--signer', `${key}.pub`]);
  expect(imported.stdout).toMatch(/Signed with the ssh key SHA256:\S+, which you named/u);
  const {answers} = (await jordan.stored(id)).handoff;
  expect(answers.at(-1)).toMatchObject({signature: 'known', by: 'Jordan Ruiz'});
  // The same words later without the key, or with another, are told as that.
  await mina(['answer', 'ask', 'And who is this?']);
  await mina(['answer', '--out', 'later.json', '--sign', `${key}-2`]);
  const later = await jordan.run(['import', path.join(desk, 'later.json')]);
  expect(later.stdout).toContain('signed with another key before');
});

test('two who import it apart have it once when they meet', async () => {
  await using one = makePlace();
  const {jordan, mina, desk, id} = sides;
  await mina(['answer', 'ask', 'Asked once?']);
  await mina(['answer', '--out', 'once.json']);
  const file = path.join(desk, 'once.json');
  await jordan.run(['share', id, '--file', path.join(desk, 'a.zip'), '--force']);
  await one.run(['import', path.join(desk, 'a.zip')]);
  for (const place of [jordan, one] satisfies Place[])
    expect(await place.run(['import', file])).toMatchObject({stderr: expect.any(String)});
  await one.run(['share', id, '--file', path.join(desk, 'b.zip'), '--force']);
  await copyFile(path.join(desk, 'b.zip'), path.join(desk, 'c.zip'));
  const met = await jordan.run(['import', path.join(desk, 'c.zip')]);
  expect(met, met.stderr).toMatchObject({exitCode: 0});
  const {handoff} = await jordan.stored(id);
  expect(handoff.session.notes.filter(({text}) => text === 'Asked once?')).toHaveLength(1);
  expect(
    handoff.answers.filter(({answer}) => answer === handoff.answers.at(-1)?.answer),
  ).toHaveLength(1);
});
