import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import {proofStanding} from '../../../source/handoff/standing/proof-standing.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type SessionPlace} from './session-place.tsx';

const {enter, escape} = keys;

const steps = `1. Look at the API
   $ cat state
   See: up
   Then: the end
   If not: step 2
   If there is no such file: call Lee Novak
2. Restart it
   Change: tills wait for a second
   Caution: only while no till is in an order
   $ echo up > state
3. Look again
   $ cat state
   See: /^up$/m
   If not: runbook Restart the host
4. Ask the tills
   See: they order again`;

const restart: FieldValues = {
  name: 'Restart the API',
  trigger: 'Health fails.',
  rollback: 'Call Lee.',
  author: 'ana',
  steps,
};
const other: FieldValues = {
  name: 'Restart the host',
  trigger: 'All fails.',
  author: 'ana',
  steps: '1. Look at the host\n   $ echo host\n   See: host',
};

async function makeRunbooks(state: string, ...rows: readonly FieldValues[]): Promise<SessionPlace> {
  const place = await makeSessionPlace([
    ...rows.map(
      (fields) =>
        [
          60,
          {type: 'record/added', register: 'runbooks', item: 'restart-services', fields},
        ] as const,
    ),
    [
      60,
      {
        type: 'record/added',
        register: 'contacts',
        item: 'escalation-contacts',
        fields: {name: 'Lee Novak', channel: '+34 600 000 002'},
      },
    ],
  ]);
  if (state !== '') writeFileSync(path.join(place.home, 'state'), `${state}\n`);
  return place;
}

async function openRun(place: SessionPlace, size = {cols: 80, rows: 24}) {
  const screen = await place.open('operational-runbooks', size);
  await screen.waitFor('Restart the API');
  await screen.press(keys.down, keys.down);
  await screen.waitFor(/❯ +[·◐] Restart the API/);
  await screen.press('r');
  await screen.waitFor(/step 1 of \d[^]*run exactly this/);
  return screen;
}

function lastOf(place: SessionPlace) {
  const {handoff} = readSnapshot(place.home, place.id);
  const row = handoff.records[0];
  if (!row) throw new Error('There is no row.');
  return {
    standing: proofStanding(handoff, row, new Date().toISOString()),
    proof: handoff.proofs.at(-1),
  };
}

test('a runbook is run step by step to its end, and each step keeps its proof', async () => {
  await using place = await makeRunbooks('down', restart, other);
  await using screen = await openRun(place);
  await screen.waitFor(
    /only looks[^]*1\. Look at the API[^]*\$ cat state[^]*To see: a line that contains "up"[^]*If not: step 2, Restart it[^]*call Lee Novak \(\+34 600 000 002\)/,
  );
  await screen.press(enter);
  await screen.waitFor(/"up" is not in the output[^]*Suggested: no/);
  await screen.press(enter);
  await screen.waitFor(/Step 1 is not as it should be[^]*Go on: step 2, Restart it/);
  await screen.press(enter);
  await screen.waitFor(
    /Step 2 of 4 changes the system[^]*Way so far: 1 ✖[^]*▲ Caution: only while no till is in an order[^]*▲ Changes: tills wait[^]*Type yes/,
  );
  expect(existsSync(path.join(place.home, 'state'))).toBe(true);
  await screen.press('yes', enter);
  await screen.waitFor(/exit 0, and nothing more is to be seen[^]*Suggested: yes/);
  await screen.press(enter);
  await screen.waitFor(/step 3 of 4[^]*Way so far: 1 ✖, 2 ✔[^]*a line that is "up"/);
  await screen.press(enter);
  await screen.waitFor('Suggested: yes');
  await screen.press(enter);
  await screen.waitFor(/step 4 of 4[^]*Done by hand/);
  await screen.press(enter);
  await screen.waitFor('Done and seen:');
  await screen.press('All five order again', enter);
  await screen.waitFor(/As it should be:[^]*they order again/);
  await screen.press('yes', enter);
  await screen.waitFor(/Restart the API · said to work today/);
  const {standing, proof} = lastOf(place);
  expect(standing).toMatchObject({state: 'attested', why: 'step 4 was done by hand'});
  expect(proof).toMatchObject({
    isMet: true,
    steps: [
      {number: 1, isMet: false, kind: 'measured', code: 0, actual: 'exit 0: down'},
      {number: 2, isMet: true, kind: 'measured', command: 'echo up > state'},
      {number: 3, isMet: true, kind: 'measured', expected: '/^up$/m'},
      {number: 4, isMet: true, kind: 'attested', command: '', actual: 'All five order again'},
    ],
  });
  expect(proof?.steps?.slice(0, 3).every(({evidence}) => evidence)).toBe(true);
});

test('what looks well at once is proven by its first step', async () => {
  await using place = await makeRunbooks('up', restart);
  await using screen = await openRun(place);
  await screen.press(enter);
  await screen.waitFor('Suggested: yes');
  await screen.press(enter);
  await screen.waitFor(
    /Restart the API · proven today[^]*✔ 1\. Look at the API: exit 0: up[^]*Steps 2, 3 and 4 have not been run\./,
  );
  expect(lastOf(place).standing.state).toBe('proven');
});

test('what is left in the middle is kept as a try, and nothing of it is proven', async () => {
  await using place = await makeRunbooks('down', restart);
  await using screen = await openRun(place);
  await screen.press(enter);
  await screen.waitFor('Suggested: no');
  await screen.press(enter);
  await screen.waitFor('Go on: step 2');
  await screen.press(enter);
  await screen.waitFor('Type yes');
  await screen.press(escape);
  await screen.waitFor(
    /step 2 of 4 · changes the system[^]*run exactly this[^]*leave, keep the try/,
  );
  await screen.press(escape);
  await screen.waitFor(/Restart the API · failed today/);
  expect(lastOf(place)).toMatchObject({
    standing: {state: 'failed', why: 'step 1 did not show what it should'},
    proof: {isMet: false, steps: [{number: 1, isMet: false}]},
  });
  await screen.press('r');
  await screen.waitFor('step 1 of 4');
  await screen.press(enter);
  await screen.waitFor('Suggested: no');
  await screen.press(escape);
  await screen.waitFor(/Restart the API · not proven today/);
  expect(lastOf(place).standing.why).toBe('it was left at step 1, before its end');
});

test('a branch goes on with another runbook or to a person, and a step that comes again asks', async () => {
  const loop = `${steps.replace('   See: /^up$/m', '   See: gone').replace('runbook Restart the host', 'step 2')}
   If not: runbook Restart the host`;
  await using place = await makeRunbooks('', {...restart, steps: loop}, other);
  await using screen = await openRun(place, {cols: 100, rows: 30});
  await screen.press(enter);
  await screen.waitFor(/The exit code is 1[^]*Suggested: no/);
  await screen.press('y');
  await screen.waitFor('Step 1 ended with exit 1, and only 0 means that it worked.');
  await screen.press('n');
  await screen.waitFor('Go on: step 2');
  await screen.press(enter);
  await screen.waitFor('Type yes');
  await screen.press('yes', enter);
  await screen.waitFor('Suggested: yes');
  await screen.press(enter);
  await screen.waitFor('step 3 of 4');
  await screen.press(enter);
  await screen.waitFor('Suggested: no');
  await screen.press(enter);
  await screen.waitFor('Go on: step 2');
  await screen.press(enter);
  await screen.waitFor(/Step 2 once more[^]*done before in this run/);
  await screen.press(keys.down, enter);
  await screen.waitFor(/Restart the API · failed today/);

  await using calling = await makeRunbooks('', restart);
  await using phone = await openRun(calling);
  await phone.press(enter);
  await phone.waitFor('Suggested: no');
  await phone.press(enter);
  await phone.waitFor(/call Lee Novak \(\+34 600 000 002\)/);
  await phone.press(keys.down, enter);
  await phone.waitFor(/Restart the API · not proven today/);
  expect(lastOf(calling).standing.why).toBe(
    'step 1 did not show what it should, and it went on to Lee Novak',
  );
});
