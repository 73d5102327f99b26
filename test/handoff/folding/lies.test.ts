import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {isSignedOff} from '../../../source/handoff/standing/signed-off.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeTwoStores, type Asked, type TwoStores} from './two-stores.ts';

const started: Change = {type: 'session/started'};
const ended: Change = {type: 'session/ended'};
const asked: Change = {type: 'session/noted', kind: 'question', text: 'Who rotates the log?'};
const row: Change = {
  type: 'record/added',
  register: 'contacts',
  item: 'escalation-contacts',
  fields: {name: 'Lee'},
};
const signs = (name: string, extra: object = {}): Change => ({
  type: 'sign-off/recorded',
  name,
  role: 'head of operations',
  decision: 'accepted',
  ...extra,
});
const performs = (performer: string): Change => ({
  type: 'demonstration/started',
  item: 'restart-a-service',
  performer,
  observer: 'Jordan Ruiz',
});

type Lie = readonly [name: string, lie: Asked, message: RegExp, before?: readonly Asked[]];

const lies: readonly Lie[] = [
  [
    'an unsigned sign-off is ticked',
    {type: 'item/settled', item: 'obtain-the-receivers-sign-off', status: 'done'},
    /./,
  ],
  ['a task is ticked', {type: 'item/settled', item: 'restart-a-service', status: 'done'}, /./],
  [
    'something does not apply, without a reason',
    {type: 'item/settled', item: 'network', status: 'not-applicable', reason: ' '},
    /reason/,
  ],
  ['an item that no playbook has', {type: 'item/noted', item: 'nowhere', note: 'x'}, /not there/],
  [
    'the engineer approves',
    {type: 'record/added', register: 'approvers', item: 'approvers', fields: {name: 'jordan ruiz'}},
    /cannot approve/,
  ],
  [
    'a contact was reached the day after tomorrow',
    {
      type: 'record/added',
      register: 'contacts',
      item: 'escalation-contacts',
      fields: {name: 'Lee', tested: inDays(2)},
    },
    /still to come/,
  ],
  [
    'a row is changed that is not there',
    {type: 'record/changed', record: 'nowhere', fields: {}},
    /not there/,
  ],
  [
    'a runbook is proven that is not there',
    {type: 'runbook/proven', record: 'nowhere', command: '', isMet: true, expected: '', actual: ''},
    /not there/,
  ],
  ['a session ends that never began', ended, /has not started/],
  ['a session begins twice', started, /has started already/, [started]],
  ['going on without a pause', {type: 'session/resumed'}, /not paused/, [started]],
  ['a question after the end', asked, /has ended/, [started, ended]],
  [
    'a session of no time',
    {type: 'session/planned', startsAt: `${inDays(3)}T10:00:00Z`, timeZone: 'UTC', minutes: 0},
    /no minutes/,
  ],
  ['the engineer performs', performs('jordan  RUIZ'), /hands the system over/],
  ['two perform at once', performs('Lee Chan'), /is going on/, [performs('Mina Okafor')]],
  [
    'help is left unsaid',
    ({demonstrations}) => ({
      type: 'demonstration/ended',
      demonstration: demonstrations.at(-1)?.id ?? '',
      result: 'prompted',
    }),
    /had to be told/,
    [performs('Mina Okafor')],
  ],
  [
    'a point is closed that is not there',
    {type: 'follow-up/closed', followUp: 'action none', outcome: 'Done'},
    /no such open point/,
  ],
  [
    'a point is closed without a word',
    ({session}) => ({
      type: 'follow-up/closed',
      followUp: `question ${session.notes[0]?.id ?? ''}`,
      outcome: ' ',
    }),
    /came of it/,
    [started, asked],
  ],
  [
    'the transition ended long ago',
    {type: 'transition/extended', until: '2020-01-01', reason: 'Then'},
    /past/,
  ],
  ['the engineer signs', signs('JORDAN RUIZ'), /cannot accept/],
  [
    'conditions that are none',
    signs('Mina Okafor', {decision: 'accepted-with-conditions', conditions: [' ']}),
    /No condition/,
  ],
  ['what another wrote is taken back', {type: 'undone', action: 'forged-none'}, /nothing left/],
  [
    'a handoff is created in a handoff',
    (handoff) => ({
      type: 'handoff/created',
      handoff: handoff.id,
      customer: 'Other',
      system: 'Other',
      workspace: '/',
      timeZone: 'UTC',
      playbook: handoff.playbook,
      playbookSource: 'x',
    }),
    /created once/,
  ],
];

const liesAtGates: readonly Lie[] = [
  ['a session before its gate', started, /is shut/],
  ['an acceptance before its gate', signs('Mina Okafor'), /is shut/],
  [
    'a waiver by the engineer',
    {
      type: 'gate/waived',
      gate: 'session',
      requirement: 'plan',
      text: 'No session is planned.',
      reason: 'It is held on the phone when needed',
      approver: 'Jordan Ruiz',
      expires: inDays(5),
    },
    /not what the gate says|cannot take the risk/,
  ],
];

/** The handoff without what is told of its journal. */
function stateOf({snapshot}: TwoStores) {
  const {marks: _, updatedAt: _at, ...state} = snapshot().handoff;
  return state;
}

describe('a line in a journal file that the rules refuse has no effect, and is told', () => {
  it.each([
    ...lies.map((lie) => [lie[0], lie, false] as const),
    ...liesAtGates.map((lie) => [lie[0], lie, true] as const),
  ])('%s', async (_, [, lie, message, before = []], hasGates) => {
    await using store = await makeTwoStores({hasGates});
    await store.append(...before);
    const state = stateOf(store);
    const {id} = store.forge(lie);
    expect(stateOf(store)).toEqual(state);
    const {handoff, marks, setAside, problems} = store.snapshot();
    expect(problems).toEqual([]);
    const mark = {
      action: id,
      reading: 'against',
      message: expect.stringMatching(message) as string,
    };
    expect(handoff.marks).toMatchObject([mark]);
    expect(marks).toMatchObject([{reading: 'against', action: {id}}]);
    expect(setAside.map(({action}) => action.id)).toEqual([id]);
  });

  it('and the honest go on from it as if it were not there', async () => {
    await using store = await makeTwoStores();
    await store.append(started);
    store.forge(ended);
    store.forge({type: 'session/paused'});
    expect(store.snapshot().handoff.marks).toMatchObject([
      {words: 'the pause', reading: 'against'},
    ]);
    store.forge(started, {actor: 'Mallory'});
    await store.append({type: 'session/ended'}, row);
    const {handoff} = store.snapshot();
    expect(handoff.session.endedAt).toBeDefined();
    expect(handoff.records).toHaveLength(1);
    expect(handoff.marks).toHaveLength(1);
  });
});

describe('no line escapes the rules', () => {
  it('by claiming an older version behind lines of this one', async () => {
    await using store = await makeTwoStores();
    store.forge(signs('Jordan Ruiz'), {v: 1});
    store.forge(signs('Jordan Ruiz'), {v: 0});
    const {handoff} = store.snapshot();
    expect(isSignedOff(handoff)).toBe(false);
    expect(handoff.marks.map(({reading}) => reading)).toEqual(['against', 'against']);
  });

  it('by naming nothing that it goes on from, or what nobody has written', async () => {
    await using store = await makeTwoStores({hasGates: true});
    store.forge(signs('Mina Okafor'), {seen: []});
    store.forge(signs('Mina Okafor'), {seen: ['0'.repeat(32)]});
    store.forge(signs('Mina Okafor'), {seen: ['0'.repeat(32)], v: 1});
    const {handoff} = store.snapshot();
    expect(isSignedOff(handoff)).toBe(false);
    expect(handoff.marks.map(({reading}) => reading)).toEqual(['against', 'against', 'against']);
  });

  it('by claiming an older version in a file that was written by this one', async () => {
    await using store = await makeTwoStores();
    store.forge(row, {file: 'one.jsonl'});
    store.forge(signs('Jordan Ruiz'), {file: 'one.jsonl', v: 1});
    expect(isSignedOff(store.snapshot().handoff)).toBe(false);
    expect(store.snapshot().problems.map(({problem}) => problem)).toEqual([
      'claims an older version than one before it',
    ]);
  });

  it('by saying that it was offline, where it was not allowed then either', async () => {
    await using store = await makeTwoStores();
    const {heads} = store.snapshot();
    await store.append(started);
    store.forge({type: 'session/ended'}, {seen: heads});
    // What others had written meanwhile lets it be, so only claims are held to what was seen.
    expect(store.snapshot().handoff.marks).toEqual([]);
    await using gated = await makeTwoStores({hasGates: true});
    const before = gated.snapshot().heads;
    await gated.append(row);
    gated.forge(signs('Mina Okafor'), {seen: before});
    expect(gated.snapshot().handoff.marks).toMatchObject([{reading: 'against'}]);
  });
});
