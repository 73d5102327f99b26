import {expect, test} from 'vitest';
import {acceptanceStanding} from '../../../source/handoff/standing/acceptance-standing.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {playbookWithoutGates} from '../../fixtures/built-in-playbook.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type Past, type SessionPlace} from './session-place.tsx';

const id = 'apex-banking-payments-api';
const handoffOf = ({home}: SessionPlace) => readSnapshot(home, id).handoff;

const row = (
  register: 'risks' | 'approvers',
  item: string,
  fields: Record<string, string>,
): Past => [80, {type: 'record/added', register, item, fields}];
const risks = Array.from({length: 12}, (_, index) =>
  row('risks', 'risks-and-issues', {name: `Risk ${index + 1}`, severity: '3', state: 'open'}),
);
const mina = row('approvers', 'approvers', {name: 'Mina Okafor', role: 'head of operations'});

/** A handoff without gates, so that only what is looked at here stands in the way. */
function makePlace(): Promise<SessionPlace> {
  return makeSessionPlace([...risks, mina], 'Europe/Madrid', playbookWithoutGates);
}

test('what is accepted is seen whole before the decision, at 80×24', async () => {
  await using place = await makePlace();
  await using screen = await place.open('sign-off', {cols: 80, rows: 24});
  const version = handoffDigest(handoffOf(place)).slice(0, 12);
  await screen.waitFor('Nobody has signed yet');
  await screen.press('s');
  await screen.waitFor('Who decides:');
  await screen.press(keys.enter);
  await screen.waitFor(new RegExp(`What is accepted: version ${version}[^]*❯ accepts`));
  for (let page = 0; page < 40 && !screen.screenText().join('\n').includes('None: '); page += 1)
    await screen.press(keys.pageDown);
  await screen.waitFor(/None: .*conditions so far/);
  await screen.press(keys.enter);
  await screen.waitFor(
    /Mina Okafor, head of operations, accepts[^]*Version \w+ of Payments API[^]*Record it:/,
  );
  await screen.press('yes', keys.enter);
  await screen.waitFor('Recorded: Mina Okafor accepts');
  expect(handoffOf(place).signOffs).toMatchObject([
    {name: 'Mina Okafor', how: 'in person', enteredBy: 'ana'},
  ]);
  expect(acceptanceStanding(handoffOf(place)).version).toBe(version);
});

test('h says how it came and where it is written', async () => {
  await using place = await makePlace();
  await using screen = await place.open('sign-off');
  await screen.waitFor('Nobody has signed yet');
  await screen.press('s');
  await screen.waitFor('Who decides:');
  await screen.press(keys.enter);
  await screen.waitFor('❯ accepts');
  await screen.press('h');
  await screen.waitFor('How did it come?');
  await screen.press(keys.down);
  await screen.press(keys.enter);
  await screen.waitFor('Reference:');
  await screen.press('Her mail of Tuesday', keys.enter);
  await screen.waitFor(/mail, Her mail of Tuesday[^]*❯ accepts/);
  await screen.press(keys.enter);
  await screen.waitFor(
    /Mina Okafor, head of operations, accepts[^]*Version \w+ of Payments API[^]*Record it:/,
  );
  await screen.press('yes', keys.enter);
  await screen.waitFor('Recorded: Mina Okafor accepts');
  expect(handoffOf(place).signOffs).toMatchObject([
    {how: 'mail', reference: 'Her mail of Tuesday'},
  ]);
});

test('what was changed while somebody decided is looked at first', async () => {
  await using place = await makePlace();
  await using screen = await place.open('sign-off');
  await screen.waitFor('Nobody has signed yet');
  await screen.press('s');
  await screen.waitFor('Who decides:');
  await screen.press(keys.enter);
  await screen.waitFor('❯ accepts');
  const record = handoffOf(place).records[0]?.id ?? '';
  await appendChanges({
    home: place.home,
    id,
    actor: 'Ben',
    decide: () => [{type: 'record/changed', record, fields: {severity: '1'}}],
  });
  await screen.press(keys.enter);
  await screen.waitFor('was changed since it was shown');
  expect(handoffOf(place).signOffs).toEqual([]);
});

test('after it is accepted a page writes the documents, and can be come back to', async () => {
  await using place = await makePlace();
  await using screen = await place.open('sign-off', {cols: 80, rows: 24});
  await screen.waitFor('Nobody has signed yet');
  await screen.press('s');
  await screen.waitFor('Who decides:');
  await screen.press(keys.enter);
  await screen.waitFor('❯ accepts');
  await screen.press(keys.enter);
  await screen.waitFor('Record it:');
  await screen.press('yes', keys.enter);
  await screen.waitFor(/What is left to keep[^]*1 Write the documents[^]*Not written yet/);
  await screen.press('3');
  await screen.waitFor('No archive was written yet');
  await screen.press('1');
  await screen.waitFor(/1 Write the documents[^]*\d+ files written to/);
  await screen.press(keys.escape);
  await screen.waitFor(/Mina Okafor, head of operations[^]*K what is left to keep/);
  await screen.press('K');
  await screen.waitFor(/1 Write the documents[^]*Written today/);
  expect(handoffOf(place).documentSets).toHaveLength(1);
}, 120_000);

test('Esc goes back by one question, and no condition is lost', async () => {
  await using place = await makePlace();
  await using screen = await place.open('sign-off', {cols: 80, rows: 24});
  await screen.waitFor('Nobody has signed yet');
  await screen.press('s');
  await screen.waitFor('Who decides:');
  await screen.press(keys.enter);
  await screen.waitFor('❯ accepts');
  await screen.press(keys.down);
  await screen.waitFor('❯ accepts with conditions');
  await screen.press(keys.enter);
  await screen.waitFor('Condition 1:');
  await screen.press('Restore once more', keys.enter);
  await screen.waitFor('Condition 2:');
  await screen.press(keys.enter);
  await screen.waitFor(/1\. Restore once more[^]*Record it:/);
  await screen.press(keys.escape);
  await screen.waitFor('Condition 2:');
  await screen.press(keys.escape);
  await screen.waitFor('Condition 1: Restore once more');
  await screen.press(keys.escape);
  await screen.waitFor('❯ accepts with conditions');
  await screen.press(keys.enter);
  await screen.waitFor('Condition 1: Restore once more');
  expect(handoffOf(place).signOffs).toEqual([]);
});

test('an answer that came in has a row: who gave it, what of it counts, and what does not and why', async () => {
  await using place = await makePlace();
  const {home} = place;
  place.letClockRun();
  const [answer, kit, version] = ['4', '1', '2'].map((digit) => digit.repeat(64));
  await appendChanges({
    home,
    id,
    actor: 'ana',
    decide: () => [
      {
        type: 'kit/made',
        kit: kit ?? '',
        version: version ?? '',
        file: '/srv/kit.zip',
        asOf: new Date().toISOString(),
        accepted: {},
      },
      {
        type: 'answer/received',
        answer: answer ?? '',
        kit: kit ?? '',
        version: version ?? '',
        name: 'Mina Okafor',
        role: 'head of operations',
        givenAt: new Date().toISOString(),
        signature: 'unsigned',
        entries: 1,
        decision: 'accepted',
        leftOut: [{part: 0, words: 'the sign-off of Mina', why: 'The gate is shut.'}],
      },
    ],
  });
  await using screen = await place.open('sign-off', {cols: 80, rows: 24});
  await screen.waitFor('Answer of Mina Okafor, head of operations');
  const shown = screen.screenText().join('\n');
  for (const words of [
    /given today .*, imported today by ana/u,
    'not signed',
    '0 of 1 taken',
    'not taken: the sign-off of Mina. The gate is shut.',
  ])
    expect(shown).toMatch(words);
});
