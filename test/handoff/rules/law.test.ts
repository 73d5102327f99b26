import {isDeepStrictEqual} from 'node:util';
import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

type Lie = readonly [
  name: string,
  lie: Change | ((handoff: Handoff) => Change),
  refusal: RegExp,
  before?: readonly Change[],
];

const started: Change = {type: 'session/started'};
const ended: Change = {type: 'session/ended'};
const task = 'restart-a-service';
const vendor: Change = {
  type: 'record/added',
  register: 'attendees',
  item: 'attendees',
  fields: {name: 'Sam Ito', side: 'vendor', role: 'solution engineer'},
};
const attendee = (name: string, side: string, role: string, email = ''): Change => ({
  type: 'record/added',
  register: 'attendees',
  item: 'attendees',
  fields: {name, side, role, email},
});
const successTeam = attendee('Bo Lind', 'success team', 'success manager', 'bo@acme.example');
const ofCustomer = attendee('Mina Okafor', 'customer', 'operations');
const agrees = (name: string): Change => ({
  type: 'record/added',
  register: 'acknowledgements',
  item: 'the-customers-acknowledgement',
  fields: {name, date: inDays(-1), how: 'By e-mail'},
});
const talks = (name: string): Change => ({
  type: 'record/added',
  register: 'check-ins',
  item: 'log-of-contacts',
  fields: {
    name,
    date: inDays(-1),
    kind: 'check-in',
    did: 'A restart',
    found: 'none',
    severity: 'none',
  },
});
const approves = (name: string): Change => ({
  type: 'record/added',
  register: 'approvers',
  item: 'approvers',
  fields: {name, role: 'head of operations'},
});
const performs = (performer: string, observer = 'Jordan Ruiz'): Change => ({
  type: 'demonstration/started',
  item: task,
  performer,
  observer,
});
const shows = (result: 'unaided' | 'prompted' | 'failed', remark?: string) => (handoff: Handoff) =>
  ({
    type: 'demonstration/ended',
    demonstration: handoff.demonstrations.at(-1)?.id ?? '',
    result,
    ...(remark === undefined ? {} : {remark}),
  }) as const;
const settle = (
  item: string,
  status: 'done' | 'open' | 'not-applicable',
  reason?: string,
): Change => ({
  type: 'item/settled',
  item,
  status,
  ...(reason === undefined ? {} : {reason}),
});
const signs = (name: string, extra: object = {}): Change => ({
  type: 'sign-off/recorded',
  name,
  role: 'head of operations',
  decision: 'accepted',
  ...extra,
});
const asked: Change = {type: 'session/noted', kind: 'question', text: 'Who rotates the log?'};
const point = ({session}: Handoff) => `question ${session.notes.at(-1)?.id ?? ''}`;
const closes = (outcome: string) => (handoff: Handoff) =>
  ({type: 'follow-up/closed', followUp: point(handoff), outcome}) as const;

const lies: readonly Lie[] = [
  [
    'a sign-off is ticked',
    settle('obtain-the-receivers-sign-off', 'done'),
    /Nobody has signed yet/,
  ],
  ['a task is ticked', settle(task, 'done'), /was never performed/],
  [
    'open points are ticked away',
    settle('close-every-open-point', 'done'),
    /One point is still open/,
    [started, asked, ended],
  ],
  [
    'something does not apply without a reason',
    settle('network', 'not-applicable', '  '),
    /needs a reason/,
  ],

  ['the engineer performs', performs('jordan  RUIZ', 'Mina Okafor'), /hands the system over/],
  [
    'the engineer performs, unseen',
    performs('Jordan\u200B Ruiz', 'Mina Okafor'),
    /hands the system over/,
  ],
  ['the engineer performs, shortened', performs('J. Ruiz', 'Mina Okafor'), /may be Jordan Ruiz/],
  ['a colleague performs', performs('Sam Ito'), /hands the system over/, [vendor]],
  ['a colleague performs, by the first name', performs('sam'), /may be Sam Ito/, [vendor]],
  [
    'the engineer performs, with the side behind',
    performs('Jordan Ruiz (vendor)'),
    /hands the system over/,
  ],
  [
    'the engineer performs, with the company behind',
    performs('Jordan Ruiz, Acme'),
    /hands the system over/,
  ],
  [
    'the engineer performs, with an address',
    performs('Jordan  Ruiz <j@acme.example>'),
    /hands the system over/,
  ],
  ['the engineer performs, as in a list', performs('Ruiz, Jordan'), /hands the system over/],
  [
    'a success team performs for the customer',
    performs('Bo Lind'),
    /is of the success team, and the customer/,
    [successTeam, ofCustomer],
  ],
  ['nobody performs', performs('n/a'), /names nobody/],
  ...[
    'Somebody else',
    'me',
    'we',
    'the team',
    'The customer',
    'support',
    'admin',
    'root',
    '?',
    'Ops team',
  ].map((name): Lie => [`${name} performs`, performs(name), /names nobody/]),
  ['nobody watches', performs('Mina Okafor', 'n/a'), /names nobody/],
  [
    'somebody watches themselves, shortened',
    performs('Mina Okafor', 'M. Okafor'),
    /may be Mina Okafor/,
  ],
  [
    'somebody watches themselves',
    performs('Mina Okafor', 'mina okafor'),
    /somebody else has to watch/,
  ],
  ['two perform at once', performs('Lee Chan'), /is going on/, [started, performs('Mina Okafor')]],
  ['help is left unsaid', shows('prompted'), /what they had to be told/, [performs('Mina Okafor')]],
  ['a failure is left unsaid', shows('failed', ' '), /why it failed/, [performs('Mina Okafor')]],

  ['a session ends that never began', ended, /has not started/],
  ['a session begins twice', started, /has started already/, [started]],
  ['a pause before the session', {type: 'session/paused'}, /has not started/],
  [
    'a pause in a pause',
    {type: 'session/paused'},
    /paused already/,
    [started, {type: 'session/paused'}],
  ],
  ['going on without a pause', {type: 'session/resumed'}, /not paused/, [started]],
  [
    'a block after the end',
    {type: 'session/block-entered', block: 'overview'},
    /has ended/,
    [started, ended],
  ],
  ['a question before the session', asked, /has not started/],
  [
    'a driver after the end',
    {type: 'session/driver-changed', driver: 'customer'},
    /has ended/,
    [started, ended],
  ],
  [
    'a break that is still to come',
    {
      type: 'session/break-counted',
      startedAt: `${inDays(1)}T10:00:00Z`,
      endedAt: `${inDays(1)}T11:00:00Z`,
    },
    /ends after now/,
    [started],
  ],
  [
    'a break that ends before it starts',
    {
      type: 'session/break-counted',
      startedAt: `${inDays(-1)}T10:00:00Z`,
      endedAt: `${inDays(-1)}T09:00:00Z`,
    },
    /ends before it starts/,
    [started],
  ],
  [
    'a session of no time',
    {type: 'session/planned', startsAt: `${inDays(3)}T10:00:00Z`, timeZone: 'UTC', minutes: 0},
    /no minutes/,
  ],

  ['the engineer signs', signs('JORDAN RUIZ'), /cannot accept it as well/],
  ['the engineer signs, shortened', signs('J Ruiz'), /may be Jordan Ruiz/],
  ['a colleague signs', signs('sam ito'), /cannot accept it as well/, [vendor]],
  [
    'a colleague signs, by the address',
    signs('bo@acme.example'),
    /is of the success team/,
    [successTeam, ofCustomer],
  ],
  ['nobody signs', signs('TBD'), /names nobody/],
  ['somebody else signs', signs('Somebody else'), /names nobody/],
  [
    'the engineer signs, with the side behind',
    signs('Jordan Ruiz (vendor)'),
    /cannot accept it as well/,
  ],
  ['a person of no role signs', signs('Mina Okafor', {role: ' '}), /what the person is/],
  [
    'conditions that are none',
    signs('Mina Okafor', {decision: 'accepted-with-conditions', conditions: [' ']}),
    /No condition/,
  ],
  [
    'a refusal without a reason',
    signs('Mina Okafor', {decision: 'declined'}),
    /why it is declined/,
  ],

  [
    'a point that is not there is closed',
    {type: 'follow-up/closed', followUp: 'action none', outcome: 'Done'},
    /no such open point/,
  ],
  ['a point is closed without a word', closes(' '), /what came of it/, [started, asked]],
  [
    'an open point is opened',
    (handoff) => ({type: 'follow-up/reopened', followUp: point(handoff)}),
    /is open/,
    [started, asked],
  ],

  [
    'the transition is shortened',
    {type: 'transition/extended', until: inDays(3), reason: 'Quicker'},
    /lasts until/,
    [{type: 'transition/extended', until: inDays(9), reason: 'Holidays'}],
  ],
  [
    'the transition ended long ago',
    {type: 'transition/extended', until: '2020-01-01', reason: 'Then'},
    /in the past/,
  ],
  [
    'the transition lasts for no reason',
    {type: 'transition/extended', until: inDays(9), reason: ' '},
    /reason is needed/,
  ],

  [
    'the engineer approves',
    {
      type: 'record/added',
      register: 'approvers',
      item: 'approvers',
      fields: {name: 'jordan ruiz', role: 'x'},
    },
    /cannot approve it as well/,
  ],
  [
    'the engineer is the deputy',
    {
      type: 'record/added',
      register: 'approvers',
      item: 'approvers',
      fields: {name: 'Lee Chan', deputy: 'Jordan  Ruiz'},
    },
    /cannot approve it as well/,
  ],
  ['a colleague approves', approves('Sam Ito, Acme'), /cannot approve it as well/, [vendor]],
  ['the engineer approves, shortened', approves('J. Ruiz'), /may be Jordan Ruiz/],
  ['nobody approves', approves('the customer'), /names nobody/],
  [
    'the engineer agrees for the customer',
    agrees('Jordan Ruiz'),
    /cannot agree to it for the receiver/,
  ],
  [
    'a colleague agrees for the customer',
    agrees('Sam Ito'),
    /cannot agree to it for the receiver/,
    [vendor],
  ],
  ['nobody agrees', agrees('we'), /names nobody/],
  ['the engineer checks in with himself', talks('jordan ruiz'), /hands the system over/],
  ['the engineer checks in with a colleague', talks('Sam Ito'), /hands the system over/, [vendor]],
  [
    'the engineer checks in with the own success team',
    talks('Bo Lind'),
    /is of the success team/,
    [successTeam, ofCustomer],
  ],
  [
    'the engineer is of the customer',
    {type: 'person/described', name: 'Jordan Ruiz', side: 'customer'},
    /so hands the system over/,
  ],
  [
    'the engineer has a double',
    {type: 'person/described', name: 'Jordan Ruiz (customer)', side: 'customer'},
    /reads as Jordan Ruiz/,
  ],
  [
    'nobody is described',
    {type: 'person/described', name: 'the team', side: 'customer'},
    /names nobody/,
  ],
  [
    'somebody is called root',
    {type: 'person/renamed', from: 'Jordan Ruiz', to: 'root'},
    /is an account/,
  ],
  [
    'somebody is called themselves',
    {type: 'person/renamed', from: 'Jordan Ruiz', to: 'Jordan Ruiz'},
    /the same/,
  ],
  [
    'a contact was reached tomorrow',
    {
      type: 'record/added',
      register: 'contacts',
      item: 'escalation-contacts',
      fields: {name: 'Lee', tested: inDays(2)},
    },
    /still to come/,
  ],
  [
    'a row says what no row may',
    {
      type: 'record/added',
      register: 'attendees',
      item: 'attendees',
      fields: {name: 'Lee', side: 'ours'},
    },
    /none of/,
  ],
  [
    'a waiver where nothing is shut',
    {
      type: 'gate/waived',
      gate: 'closing',
      requirement: 'item network',
      text: 'The network is written',
      reason: 'The customer knows it well enough',
      approver: 'Lee Chan',
      expires: inDays(5),
    },
    /does not miss this/,
  ],
];

const waiver = (extra: object): Change => ({
  type: 'gate/waived',
  gate: 'session',
  requirement: 'plan',
  text: 'No session is planned.',
  reason: 'It is held on the phone when needed',
  approver: 'Lee Chan',
  expires: inDays(5),
  ...extra,
});

const liesAtGates: readonly Lie[] = [
  ['a session before its gate', started, /Before the session starts" is shut/],
  ['an acceptance before its gate', signs('Mina Okafor'), /Before the receiver signs" is shut/],
  ['the engineer takes the risk', waiver({approver: 'jordan ruiz'}), /cannot take the risk/],
  [
    'the engineer takes the risk, with two blanks',
    waiver({approver: 'jordan  ruiz'}),
    /cannot take the risk/,
  ],
  ['the engineer takes the risk, shortened', waiver({approver: 'J. Ruiz'}), /may be Jordan Ruiz/],
  ['a colleague takes the risk', waiver({approver: 'Sam Ito'}), /cannot take the risk/, [vendor]],
  [
    'the own success team takes the risk',
    waiver({approver: 'Bo Lind'}),
    /is of the success team/,
    [successTeam, ofCustomer],
  ],
  ['nobody takes the risk', waiver({approver: 'n/a'}), /names nobody/],
  ['a waiver without a reason', waiver({reason: 'because'}), /needs its reason in words/],
  ['a waiver for ever', waiver({expires: '2099-01-01'}), /90 days at the most/],
  ['a waiver that is over', waiver({expires: inDays(0)}), /over today/],
  ['a waiver of what is not missing', waiver({requirement: 'no such thing'}), /does not miss this/],
];

/** What is said to a lie alone and behind an honest change, and whether anything came of it. */
async function told(
  [, lie, , before = []]: Lie,
  options: {readonly hasGates: boolean},
): Promise<{readonly said: readonly string[]; readonly isUntouched: boolean}> {
  await using world = await makeWorld('new', options);
  for (const change of before) await world.append(change);
  const handoff = world.handoff();
  const count = world.journal().length;
  const change = typeof lie === 'function' ? lie(handoff) : lie;
  const honest: Change = {type: 'item/noted', item: 'network', note: 'first'};
  const said: string[] = [];
  for (const changes of [[change], [honest, change]])
    await world.append(...changes).then(
      () => said.push('taken'),
      (error: unknown) => said.push(String(error)),
    );
  const isUntouched =
    world.journal().length === count && isDeepStrictEqual(world.handoff(), handoff);
  return {said, isUntouched};
}

describe('is refused, with nothing written', () => {
  it.each(lies.map((lie) => [lie[0], lie] as const))('%s', async (_, lie) => {
    const refusal: unknown = expect.stringMatching(lie[2]);
    expect(await told(lie, {hasGates: false})).toEqual({
      said: [refusal, refusal],
      isUntouched: true,
    });
  });
  it.each(liesAtGates.map((lie) => [lie[0], lie] as const))('%s', async (_, lie) => {
    const refusal: unknown = expect.stringMatching(lie[2]);
    expect(await told(lie, {hasGates: true})).toEqual({
      said: [refusal, refusal],
      isUntouched: true,
    });
  });
});

it('what a demonstration has settled is opened by no tick, and settled by no second result', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.append(started, performs('Mina Okafor'));
  await world.append(shows('unaided')(world.handoff()));
  await expect(world.append(settle(task, 'open'))).rejects.toThrow('settled by what has happened');
  await expect(world.append(shows('failed', 'x')(world.handoff()))).rejects.toThrow(
    'has its result',
  );
  expect(itemStanding(world.handoff(), task).status).toBe('done');
});

it('an honest person is in nobody’s way', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.append(settle('network', 'not-applicable', 'There is no network of its own'));
  await world.append(settle('network', 'done'), settle('network', 'open'));
  await world.append(settle(task, 'not-applicable', 'There is nothing to restart'));
  await world.append(settle(task, 'open'));
  await world.append(started, performs('Mina Okafor'));
  await world.append(shows('prompted', 'where the unit file lies')(world.handoff()));
  await world.append(
    {type: 'session/paused'},
    {type: 'session/resumed'},
    asked,
    ended,
    started,
    ended,
  );
  await world.append({type: 'transition/extended', until: inDays(9), reason: 'Holidays'});
  await world.append(signs('Mina Okafor'));
  expect(itemStanding(world.handoff(), 'obtain-the-receivers-sign-off').status).toBe('done');
});
