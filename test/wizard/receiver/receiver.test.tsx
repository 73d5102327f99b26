import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {makeSides, type Sides} from '../../e2e/kit/sides.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {openReceiver} from './open-receiver.tsx';

const {enter, escape} = keys;

const hasKeys = existsSync('/usr/bin/ssh-keygen');

let sides: Sides;

beforeAll(async () => {
  sides = await makeSides();
});
afterAll(() => sides[Symbol.asyncDispose]());

test('at 80×24 a kit is read, run after a yes, performed, answered and accepted, and goes on later', async () => {
  await using screen = await openReceiver(sides);
  await screen.waitFor('the kit for Apex Banking');
  await screen.press('1');
  await screen.waitFor('Go to a demonstration first.');
  await screen.press('w');
  await screen.waitFor('Nothing was answered yet.');

  await screen.press(enter);
  await screen.waitFor('Payments API: handoff to Apex Banking');
  await screen.press(escape);

  await screen.goTo('1 check');
  await screen.press('r');
  await screen.waitFor("echo 'all is well'");
  await screen.press(escape);
  await screen.waitFor('not run here yet');
  expect(screen.entries()).toEqual([]);
  await screen.press('r', 'T');
  await screen.waitFor('The run and its evidence are kept.');
  await screen.waitFor(/✔ Says so +pass/);
  await screen.press(escape);

  await screen.goTo('Look');
  await screen.press('r');
  await screen.waitFor('echo it runs');
  await screen.press(enter);
  await screen.waitFor('Is the output as expected? Suggested: yes.');
  await screen.press('t');
  await screen.press(enter);
  await screen.waitFor('Proven: Look. Kept for your answer; u takes it back.');

  await screen.goTo('Check health');
  await screen.press(enter);
  await screen.waitFor('Nobody watches');
  await screen.press('1');
  await screen.waitFor('performed "Check health" alone: unaided');
  await screen.goTo('Restart a service');
  await screen.press(enter, '3');
  await screen.waitFor('Why:');
  await screen.press(escape);
  await screen.waitFor('Nobody watches');
  await screen.press(escape);
  await screen.waitFor('quit');
  expect(screen.entries()).toHaveLength(3);

  await screen.goTo('What do you do when it stops?');
  await screen.press(enter, 'o', 'k', enter);
  await screen.waitFor('shows nothing of what they know');
  await screen.press(escape);
  await screen.waitFor('quit');
  await screen.press('a', 'W', 'h', 'o', '?', enter);
  await screen.waitFor('asked: Who?');
  await screen.press('u');
  await screen.waitFor('Taken back: asked: Who?');

  await screen.press('s');
  await screen.waitFor('Accept it with conditions');
  await screen.press(enter);
  await screen.waitFor('What you are:');
  await screen.press('o', 'p', 's', enter);
  await screen.waitFor('accepted as ops');
  await screen.close();

  await using later = await openReceiver(sides, {cols: 120, rows: 40});
  await later.waitFor('accepted as ops');
  await later.waitFor('here unaided');
  // Where it was left.
  await later.waitFor(/❯ ○ What do you do when it stops/);
  expect(later.entries().map(({kind}) => kind)).toEqual([
    'checks',
    'runbook',
    'demonstration',
    'decision',
  ]);
});

test('what was typed and not kept comes back, after Esc and after the program is gone', async () => {
  await using screen = await openReceiver(sides, {store: 'drafts'});
  await screen.press('a');
  await screen.waitFor('Question:');
  await screen.type('Who calls');
  await screen.press(escape);
  await screen.waitFor('u brings it back');
  await screen.press('u');
  await screen.waitFor('What was typed is back');
  await screen.press('a');
  await screen.waitFor('Question: Who calls');
  await screen.press('?', enter);
  await screen.waitFor('asked: Who calls?');

  await screen.goTo('Restore');
  await screen.press(enter, '2');
  await screen.waitFor('What was missing:');
  await screen.type('The key');
  await screen.settle();
  // Unmounted as with the terminal, and nothing was left with a key.
  await screen.close();
  await using later = await openReceiver(sides, {store: 'drafts'});
  await later.waitFor(/❯ ○ Restore/);
  await later.press(enter, '2');
  await later.waitFor('What was missing: The key');
  await later.press(enter);
  await later.waitFor(/prompted\s+\(The\s+key\)/u);
  expect(later.entries()).toHaveLength(2);
});

test.skipIf(!hasKeys)(
  'the answer is written beside what lies there, and signed with a key of the person',
  async () => {
    await using screen = await openReceiver(sides, {store: 'written'});
    const file = path.join(sides.desk, 'apex-banking-payments-api-answer.json');
    await writeFile(file, 'another answer');
    await screen.press('a', 'W', 'h', 'y', '?', enter);
    await screen.waitFor('asked: Why?');
    await screen.press('w');
    await screen.waitFor('Sign your answer');
    await screen.press(escape);
    await screen.waitFor('quit');
    await screen.press('w');
    await screen.waitFor('Not signed');
    await screen.choose('Not signed');
    await screen.waitFor('Written:');
    await screen.waitFor('What was written before is still there.');
    expect(await readFile(file, 'utf8')).toBe('another answer');
    expect(existsSync(file.replace('.json', '-2.json'))).toBe(true);
    await screen.press('w');
    await screen.waitFor('With another key');
    await screen.choose('With another key');
    await screen.waitFor('Key:');
    await screen.type('nowhere');
    await screen.press(enter);
    await screen.waitFor('cannot be read');
    await screen.waitFor('Key: nowhere');

    const key = path.join(sides.desk, 'key');
    await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    await screen.press(ctrl('u'));
    await screen.type('key');
    await screen.press(enter);
    await screen.waitFor(/-answer-3\.json,\s+signed\./u);
    const signed = await readFile(file.replace('.json', '-3.json'), 'utf8');
    expect(JSON.parse(signed)).toMatchObject({signature: {kind: 'ssh'}});
  },
);

test('who it is asked first where nobody has said so, with the people of the kit on offer', async () => {
  await using screen = await openReceiver(sides, {store: 'named', askedName: ''});
  await screen.waitFor('Who are you?');
  await screen.type('Mina Berg');
  await screen.press(enter);
  await screen.waitFor('quit');
  await screen.press('a', 'W', 'h', 'y', '?', enter);
  await screen.waitFor('asked: Why?');
  expect(screen.services.live.received().receiving.name).toBe('Mina Berg');
});
