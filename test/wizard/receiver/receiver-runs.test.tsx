import {existsSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {makeSides, type Sides} from '../../e2e/kit/sides.ts';
import {keys} from '../../harness/keys.ts';
import {openReceiver} from './open-receiver.tsx';

const {enter, escape} = keys;

const steps = [
  '1. Look at it',
  '   $ echo two of three',
  '   See: three of three',
  '   If not: step 2',
  '   Then: the end',
  '2. Start it again',
  '   Change: tills wait',
  '   $ touch started',
  '3. Ask a till',
  '   See: an order goes through',
].join('\n');

const checks = `  - name: An alert arrives
    manual: Does the alert arrive at the desk?
    severity: recommended
`;

let sides: Sides;

beforeAll(async () => {
  const runbook = ['name=Mend it', `steps=${steps}`, 'trigger=It stops', 'author=Jordan Ruiz'];
  sides = await makeSides({
    checks,
    more: [['row', 'add', 'runbooks', '--item', 'restart-services', ...runbook]],
  });
});
afterAll(() => sides[Symbol.asyncDispose]());

test('a runbook runs step by step, each change after a yes of its own, and a step by hand is told', async () => {
  await using screen = await openReceiver(sides, {store: 'steps'});
  const started = path.join(sides.desk, 'started');
  await screen.goTo('Mend it');
  await screen.press(enter);
  await screen.waitFor('Changes: tills wait');
  await screen.waitFor('If not: step 2, Start it again');
  await screen.press('r');
  await screen.waitFor('step 1 of 3');
  await screen.waitFor('a line that contains "three of three"');
  await screen.press(enter);
  await screen.waitFor('Suggested: no.');
  await screen.press('n');
  await screen.waitFor('Step 1 is not as it should be');
  await screen.press(enter);
  await screen.waitFor('Step 2 of 3 changes the system');
  await screen.press(escape);
  expect(existsSync(started)).toBe(false);
  await screen.waitFor('step 2 of 3');
  await screen.press(enter);
  await screen.waitFor('It changes the system. Type yes');
  await screen.press('y', 'e', 's', enter);
  await screen.waitFor('Suggested: yes.');
  expect(existsSync(started)).toBe(true);
  await screen.press(enter);
  await screen.waitFor('Done by hand: nothing is run for you.');
  await screen.press(enter);
  await screen.waitFor('Done and seen:');
  await screen.type('An order of 3 went through');
  await screen.press(enter);
  await screen.waitFor('an order goes through');
  await screen.press('y', 'e', 's', enter);
  await screen.waitFor('Proven: Mend it. Kept for your answer');
  const [entry] = screen.entries();
  expect(entry).toMatchObject({
    kind: 'runbook',
    isMet: true,
    steps: [
      {number: 1, isMet: false},
      {number: 2, isMet: true, kind: 'measured'},
      {number: 3, isMet: true, kind: 'attested'},
    ],
  });
  await rm(started);
});

test('a run that is left keeps what ran as a try, and one before its first step nothing', async () => {
  await using screen = await openReceiver(sides, {store: 'left'});
  await screen.goTo('Mend it');
  await screen.press('r');
  await screen.waitFor('step 1 of 3');
  await screen.press(escape);
  await screen.waitFor('quit');
  expect(screen.entries()).toEqual([]);
  await screen.press('r');
  await screen.waitFor('step 1 of 3');
  await screen.press(enter);
  await screen.waitFor('Suggested: no.');
  await screen.resize(100, 30);
  await screen.press(escape);
  await screen.waitFor('Kept as a try that did not come to its end: Mend it.');
  expect(screen.entries()).toMatchObject([{kind: 'runbook', isMet: false, steps: [{number: 1}]}]);
});

test('a manual check is attested by the receiver, and each check tells what it found', async () => {
  await using screen = await openReceiver(sides, {store: 'checks'});
  await screen.goTo('2 checks');
  await screen.press(enter);
  await screen.waitFor('Nobody has trusted this content');
  await screen.press('r');
  await screen.waitFor('Read what would run, then press T');
  await screen.press('T');
  await screen.waitFor('The run and its evidence are kept.');
  await screen.waitFor(/❯ . An alert arrives/);
  await screen.press(enter);
  await screen.waitFor('Does the alert arrive at the desk?');
  await screen.type('It rang at 10:02');
  await screen.press(enter);
  await screen.waitFor('Yes, it is as asked');
  await screen.press(enter);
  await screen.waitFor('2 of 2 pass');
  const last = screen.entries().at(-1);
  const results = last?.kind === 'checks' ? last.run.results : [];
  expect(results.find(({name}) => name === 'An alert arrives')).toMatchObject({
    outcome: 'pass',
    attestation: {by: 'Mina Okafor', isMet: true, note: 'It rang at 10:02'},
  });
});

test('what was changed in the store since the kit was opened does not run unseen', async () => {
  await using screen = await openReceiver(sides, {store: 'changed'});
  await screen.goTo('2 checks');
  await screen.press('r', 'T');
  await screen.waitFor('The run and its evidence are kept.');
  const file = path.join(screen.data, 'checks', 'handoff.yaml');
  await writeFile(file, 'checks:\n  - {name: Mine, command: touch owned, expect: {exit: 0}}\n');
  await screen.press('r');
  await screen.waitFor('1 new, 2 gone');
  expect(existsSync(path.join(sides.desk, 'owned'))).toBe(false);
});
