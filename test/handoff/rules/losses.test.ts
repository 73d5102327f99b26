import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

const add = (register: string, item: string, fields: Record<string, string>) =>
  ({type: 'record/added', register, item, fields}) as Change;

const risk = add('risks', 'risks-and-issues', {
  name: 'Queue fills',
  severity: '1',
  state: 'open',
  due: inDays(5),
});
const severity = add('severities', 'severities-and-response-times', {
  name: '1',
  response: '30 min',
});
const agreement = add('acknowledgements', 'the-customers-acknowledgement', {
  name: 'Mina',
  date: inDays(0),
});
const transition = add('transition', 'transition-period', {name: 'Ana', ends: inDays(20)});
const attendee = add('attendees', 'attendees', {name: 'Lee', side: 'customer', consent: 'no'});
const question: Change = {type: 'session/noted', kind: 'question', text: 'Who rotates the log?'};
const session: readonly Change[] = [{type: 'session/started'}, question, {type: 'session/ended'}];
const signOff: Change = {
  type: 'sign-off/recorded',
  name: 'Mina Okafor',
  role: 'head of operations',
  decision: 'accepted',
};
const documents: Change = {
  type: 'documents/written',
  asOf: '2026-01-01T00:00:00.000Z',
  digest: 'a'.repeat(64),
  formats: ['md'],
  folder: '/tmp/set',
  documents: ['handoff-document'],
};

const row = ({records}: Handoff) => records.at(-1)?.id ?? '';
const changes =
  (fields: Record<string, string>) =>
  (handoff: Handoff): Change => ({type: 'record/changed', record: row(handoff), fields});
const removes = (handoff: Handoff): Change => ({type: 'record/removed', record: row(handoff)});
const moves =
  (due: string) =>
  ({session: {notes}}: Handoff): Change => ({
    type: 'follow-up/changed',
    followUp: `question ${notes[0]?.id ?? ''}`,
    due,
  });

type Case = readonly [
  name: string,
  before: readonly Change[],
  relied: readonly Change[],
  less: (handoff: Handoff) => Change,
  told: RegExp,
];

const cases: readonly Case[] = [
  [
    'a row is removed after the session',
    [risk],
    session,
    removes,
    /the risk "Queue fills" was removed/,
  ],
  ['a row is removed after the sign-off', [risk], [signOff], removes, /was removed/],
  [
    'a row is removed after the documents were written',
    [risk],
    [documents],
    removes,
    /was removed/,
  ],
  [
    'a severity is lowered before the sign-off',
    [risk],
    session,
    changes({severity: '3'}),
    /the risk "Queue fills": Severity was lowered from 1 to 3/,
  ],
  [
    'a risk is taken as accepted',
    [risk],
    session,
    changes({state: 'accepted'}),
    /State was set from open to accepted/,
  ],
  ['a risk is put off', [risk], session, changes({due: inDays(300)}), /Due was moved from/],
  [
    'the transition is shortened',
    [transition],
    session,
    changes({ends: inDays(2)}),
    /the transition period "Ana": Ends on was moved from .+ to/,
  ],
  [
    'consent is changed after the session',
    [attendee],
    session,
    changes({consent: 'yes'}),
    /the attendee "Lee": Recording was changed from no to yes/,
  ],
  [
    'an open point is put off',
    [],
    [...session, documents],
    moves('2030-01-01'),
    /was moved from .+ to 2030-01-01/,
  ],
  [
    'the day of an open point is taken away',
    [],
    [...session, documents],
    moves(''),
    /was moved from .+ to none/,
  ],
];

async function relied(world: World, [, before, after]: Case): Promise<void> {
  await world.append(...before);
  await world.append(...after);
}

describe('what somebody has relied on', () => {
  it.each(cases)('is made less only with a reason, and keeps its line: %s', async (...it) => {
    await using world = await makeWorld('new', {hasGates: false});
    await relied(world, it);
    const [, , , less, told] = it;
    const change = less(world.handoff());
    const count = world.journal().length;
    await expect(world.append(change)).rejects.toMatchObject({refusal: {code: 'needs-reason'}});
    expect(world.journal().length).toBe(count);
    await world.append({...change, reason: 'Agreed with Mina on the phone'} as Change);
    expect(world.handoff().history).toEqual([
      expect.objectContaining({
        text: expect.stringMatching(told),
        reason: 'Agreed with Mina on the phone',
        by: 'Jordan Ruiz',
        concernsCustomer: true,
      }),
    ]);
  });

  it.each(cases.filter(([, before]) => before.length > 0))(
    'is edited freely before that: %s',
    async (...it) => {
      await using world = await makeWorld('new', {hasGates: false});
      await world.append(...it[1]);
      await world.append(it[3](world.handoff()));
      expect(world.handoff().history).toEqual([]);
    },
  );

  it('is edited freely where it gets no less', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(risk, ...session);
    await world.append(
      changes({severity: '1', due: inDays(2), workaround: 'Restart'})(world.handoff()),
    );
    await world.append(moves(inDays(0))(world.handoff()));
    expect(world.handoff().history).toEqual([]);
  });

  it('the day of an open point is still being agreed right after the session', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...session);
    await world.append(moves(inDays(40))(world.handoff()));
    expect(world.handoff().history).toEqual([]);
  });

  it('a row that was entered since is removed freely', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...session);
    await world.append(risk);
    await world.append(removes(world.handoff()));
    expect(world.handoff().history).toEqual([]);
  });

  it('what was agreed keeps a line of each change', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(severity, agreement);
    const record = world.handoff().records[0]?.id ?? '';
    await world.append({type: 'record/changed', record, fields: {response: '4 h'}});
    expect(world.handoff().history).toMatchObject([
      {text: 'the severity "1": Response time was changed from "30 min" to "4 h"'},
    ]);
    await expect(world.append({type: 'record/removed', record})).rejects.toThrow(/was removed/);
  });

  it('a runbook that was tried does not vanish', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(add('runbooks', 'restart-services', {name: 'Restart', commands: 'true'}));
    const record = row(world.handoff());
    await world.append({
      type: 'runbook/proven',
      record,
      command: 'true',
      isMet: false,
      expected: '',
      actual: 'nothing came up',
      code: 1,
    });
    await expect(world.append({type: 'record/removed', record})).rejects.toThrow(/stays on record/);
  });

  it('a question is taken back with a reason once the customer was told', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...session);
    const action = world.journal().find(({type}) => type === 'session/noted')?.id ?? '';
    await expect(world.append({type: 'undone', action})).rejects.toMatchObject({
      refusal: {code: 'undo-needs-reason'},
    });
    await world.append({type: 'undone', action, reason: 'It was no question'});
    expect(world.handoff().corrections).toMatchObject([
      {words: 'the question "Who rotates the log?"', reason: 'It was no question'},
    ]);
  });

  it('what was just said in the session is taken back freely', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append({type: 'session/started'}, question);
    await world.append({type: 'undone', action: world.journal().at(-1)?.id ?? ''});
    expect(world.handoff().session.notes).toEqual([]);
    expect(world.handoff().corrections).toEqual([]);
  });

  it('an answer that was read is changed with its old words beside it', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...session);
    const note = world.handoff().session.notes[0]?.id ?? '';
    await world.append({type: 'session/answered', note, answer: 'We do'});
    await world.append({type: 'session/answered', note, answer: 'You do'});
    expect(world.handoff().history).toMatchObject([
      {text: 'the answer to "Who rotates the log?" was changed; it was "We do"'},
    ]);
  });
});
