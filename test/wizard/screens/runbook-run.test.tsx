import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import {proofStanding} from '../../../source/handoff/standing/proof-standing.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {trustFile} from '../../../source/store/settings/settings.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type SessionPlace} from './session-place.tsx';

const {enter} = keys;

const runbook: FieldValues = {
  name: 'Restart the API',
  trigger: 'Health fails.',
  effect: 'changes',
  commands: 'echo active',
  expected: 'active',
  verification: 'Health says ok.',
  rollback: 'Call Lee.',
  author: 'ana',
};

function placeWith(...rows: readonly FieldValues[]): Promise<SessionPlace> {
  return makeSessionPlace(
    rows.map((fields) => [
      60,
      {type: 'record/added', register: 'runbooks', item: 'restart-services', fields},
    ]),
  );
}

async function openRow(place: SessionPlace) {
  const screen = await place.open('operational-runbooks', {cols: 100, rows: 40});
  await screen.waitFor('Restart the API');
  await screen.press(keys.down, keys.down);
  await screen.waitFor(/❯ +[·◐] Restart the API/);
  return screen;
}

function standing(place: SessionPlace, at = 0) {
  const {handoff} = readSnapshot(place.home, place.id);
  const row = handoff.records[at];
  if (!row) throw new Error('There is no row.');
  return proofStanding(handoff, row, new Date().toISOString());
}

async function check(place: SessionPlace, command: string): Promise<void> {
  const file = path.join(place.home, 'handoff.yaml');
  await writeFile(
    file,
    `system: Payments\nchecks:\n  - name: API is healthy\n    command: ${command}\n    expect: {exit: 0}\n`,
  );
  const {sha256} = await readChecksFile(file);
  await trustFile(place.home, sha256, file);
}

test('what did not end with 0 is not proven by saying so', async () => {
  await using place = await placeWith({...runbook, commands: 'echo active\nexit 3'});
  await using screen = await openRow(place);
  await screen.press('r');
  await screen.waitFor('Type yes');
  await screen.press('yes', enter);
  await screen.waitFor(/Exit code 3[^]*Suggested: no/);
  await screen.press('y');
  await screen.waitFor('It ended with exit 3, and only 0 means that it worked.');
  expect(standing(place).state).toBe('never');
  await screen.press(enter);
  await screen.waitFor(/Restart the API · failed today/);
  expect(standing(place).state).toBe('failed');
});

test('a run is proven with where it ran, and a rewritten runbook is proven no more', async () => {
  await using place = await placeWith(runbook);
  await using screen = await openRow(place);
  await screen.press('r');
  await screen.waitFor('Type yes');
  await screen.press('yes', enter);
  await screen.waitFor('Suggested: yes');
  await screen.press(enter);
  await screen.waitFor(/Restart the API · proven today/);
  expect(standing(place)).toMatchObject({state: 'proven', folder: place.home});
});

test.each([
  ['true', /Suggested: yes/, 'proven'],
  ['false', /"API is healthy" gave fail after it[^]*Suggested: no/, 'failed'],
])(
  'after a change the check is run that shows whether all is well: %s',
  async (command, words, state) => {
    await using place = await placeWith({...runbook, verify: 'API is healthy'});
    await check(place, `'${command}'`);
    // The check is really run, by the machine's clock.
    place.letClockRun();
    await using screen = await openRow(place);
    await screen.press('r');
    await screen.waitFor('Type yes');
    await screen.press('yes', enter);
    await screen.waitFor(words);
    await screen.press(enter);
    await screen.waitFor(new RegExp(`Restart the API · ${state} today`, 'u'));
    expect(standing(place).state).toBe(state);
    expect(readSnapshot(place.home, place.id).handoff.checkRuns).toHaveLength(1);
  },
);

test('a safe runbook shows it as well, and what is not there is said', async () => {
  const look = {
    ...runbook,
    name: 'Look at it',
    effect: 'safe',
    commands: 'echo fine',
    expected: 'fine',
  };
  await using place = await placeWith({...runbook, verify: 'Look at it'}, look);
  await using screen = await openRow(place);
  await screen.press('r');
  await screen.waitFor('Type yes');
  await screen.press('yes', enter);
  await screen.waitFor('Suggested: yes');
  await screen.press(enter);
  await screen.waitFor(/Restart the API · proven today[^]*Look at it · proven today/);
  expect([standing(place).state, standing(place, 1).state]).toEqual(['proven', 'proven']);

  await using other = await placeWith({...runbook, verify: 'Nothing'});
  await using lost = await openRow(other);
  await lost.press('r');
  await lost.waitFor('Type yes');
  await lost.press('yes', enter);
  await lost.waitFor(/neither a check nor a safe runbook "Nothing"[^]*Suggested: no/);
});

test('the first output is taken as what to expect, by the word of whoever saw it', async () => {
  await using place = await placeWith({...runbook, effect: 'safe', expected: ''});
  await using screen = await openRow(place);
  await screen.press('r');
  await screen.waitFor('run exactly this');
  await screen.press(enter);
  await screen.waitFor(/does not say what to expect[^]*Suggested: no/);
  await screen.press('y');
  await screen.waitFor('does not say what shows that it worked');
  await screen.press('t');
  await screen.waitFor(/Restart the API · said to work today/);
  const {handoff} = readSnapshot(place.home, place.id);
  expect(handoff.records[0]?.fields['expected']).toBe('active');
  expect(standing(place)).toMatchObject({state: 'attested'});
  await screen.press('r');
  await screen.waitFor('run exactly this');
  await screen.press(enter);
  await screen.waitFor('Suggested: yes');
  await screen.press(enter);
  await screen.waitFor(/Restart the API · proven today/);
});

test('a try by hand is a word, and needs an expectation to be of', async () => {
  await using place = await placeWith({...runbook, expected: ''});
  await using screen = await openRow(place);
  await screen.press('v');
  await screen.waitFor('Done and seen:');
  await screen.press('..', enter);
  await screen.waitFor('Say what was seen');
  await screen.press('It came up', enter);
  await screen.waitFor('As expected:');
  await screen.press('yes', enter);
  await screen.waitFor('does not say what shows that it worked');
  expect(standing(place).state).toBe('never');
});

test('the purpose of a new runbook is found, and Enter saves where a person is through', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('operational-runbooks', {cols: 100, rows: 45});
  await screen.press(enter);
  await screen.waitFor('Add a runbook');
  await screen.press(keys.escape);
  // The form has this title as well; only the list has its sign.
  await screen.waitFor(/❯ ○ Check health/);
  expect(screen.screenText().join(' ')).not.toContain('kept as a draft');
  await screen.press(enter);
  await screen.waitFor('Add a runbook');
  await screen.press('Look', enter, 'Alert', enter, 's', enter, enter);
  await screen.waitFor('❯ Steps');
  await screen.press(keys.tab);
  await screen.waitFor('❯ Commands');
  for (const [text, key, next] of [
    ['echo ok', keys.tab, '❯ Expected output'],
    ['ok', keys.tab, '❯ Verification'],
    ['It says ok', enter, '❯ If it fails'],
  ] as const) {
    await screen.press(text);
    await screen.waitFor(text);
    await screen.press(key);
    await screen.waitFor(next);
  }
  await screen.press(enter);
  await screen.waitFor('❯ Written by');
  await screen.press(enter);
  await screen.waitFor(/❯ +· Look · never run/);
  const {handoff} = readSnapshot(place.home, place.id);
  expect(handoff.records[0]?.fields).toMatchObject({purpose: 'health', author: 'ana'});
});
