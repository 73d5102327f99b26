import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import type {Action} from '../../../source/handoff/changes/catalogue.ts';
import {rowsFromEarlier} from '../../../source/handoff/offers/from-earlier.ts';
import type {RegisterName} from '../../../source/playbook/playbook.ts';
import {builtInPlaybook} from '../../fixtures/built-in-playbook.ts';

const now = '2026-03-20T12:00:00.000Z';

function handoff(customer: string, system: string, day: string, changes: readonly Change[] = []) {
  const created: Change = {
    type: 'handoff/created',
    handoff: `${customer} ${system}`,
    customer,
    system,
    workspace: '/srv',
    timeZone: 'UTC',
    playbook: builtInPlaybook,
    playbookSource: 'built-in',
  };
  const journal: Action[] = [];
  for (const [index, change] of [created, ...changes].entries())
    journal.push(
      toAction(journal, change, {
        id: `${customer} ${system} ${index}`,
        at: `${day}T09:00:00.000Z`,
        actor: 'Jordan Ruiz',
      }),
    );
  return foldJournal(journal);
}

function row(register: RegisterName, item: string, fields: Record<string, string>): Change {
  return {type: 'record/added', register, item, fields};
}

const severity = (name: string) =>
  row('severities', 'severities-and-response-times', {
    name,
    meaning: 'Nobody can order',
    response: '30 min',
    channel: '+34 600 100 200',
    hours: 'Mon–Fri 08:00–18:00, CET',
  });
const contact = (name: string) =>
  row('contacts', 'escalation-contacts', {
    name,
    level: 'severity 1',
    channel: '+34 600 111 222',
    response: '15 min',
    tested: '2026-03-01',
  });
const full = [
  severity('1'),
  contact('Jordan Ruiz'),
  contact('Lee Novak'),
  row('transition', 'transition-period', {
    name: 'Jordan Ruiz',
    deputy: 'Lee Novak',
    ends: '2026-04-01',
  }),
  row('duties', 'duties', {
    name: 'On-call',
    outgoing: 'Jordan Ruiz',
    incoming: 'Lee Novak',
    from: '2026-04-01',
  }),
  row('approvers', 'approvers', {name: 'Mina Park', role: 'head of operations'}),
  row('glossary', 'glossary', {name: 'PSP', meaning: 'The card payments of Apex'}),
  row('out-of-scope', 'out-of-scope', {name: 'Changes of the shop', instead: 'Mina Park'}),
  row('out-of-scope', 'out-of-scope', {name: 'The network of Apex', instead: 'nobody'}),
  row('acknowledgements', 'the-customers-acknowledgement', {
    name: 'Mina Park',
    date: '2026-03-02',
    how: 'mail',
  }),
  row('attendees', 'attendees', {
    name: 'Mina Park',
    side: 'customer',
    role: 'head',
    consent: 'yes',
  }),
];
const apex = handoff('Apex', 'Payments', '2026-03-12', full);
const offered = (
  here: ReturnType<typeof handoff>,
  earlier: readonly ReturnType<typeof handoff>[],
) => rowsFromEarlier(here, earlier, now);

it('offers the same customer all that is much the same, with its source, and no day', () => {
  const rows = offered(handoff('apex ', 'Orders', '2026-03-19'), [apex]);
  expect(rows.find(({register}) => register === 'contacts')).toEqual({
    register: 'contacts',
    item: 'escalation-contacts',
    fields: {
      name: 'Jordan Ruiz',
      level: 'severity 1',
      channel: '+34 600 111 222',
      response: '15 min',
    },
    source: expect.stringMatching(/^as in Apex · Payments, .*12 Mar/u),
  });
  expect(new Set(rows.map(({register}) => register))).toEqual(
    new Set([
      'severities',
      'out-of-scope',
      'contacts',
      'transition',
      'duties',
      'approvers',
      'glossary',
    ]),
  );
  expect(JSON.stringify(rows.map(({fields}) => fields))).not.toMatch(/20\d\d-\d\d-\d\d/u);
});

it('offers another customer nothing of theirs: no person, channel, name or term', () => {
  const rows = offered(handoff('Borealis', 'Orders', '2026-03-19'), [apex]);
  const text = JSON.stringify(rows.map(({fields}) => fields));
  for (const theirs of [/Novak/u, /Mina/u, /Apex/iu, /\+34/u, /PSP/u, /nobody/u, /Payments/iu])
    expect(text).not.toMatch(theirs);
  expect(rows.map(({register, fields}) => [register, Object.keys(fields)])).toEqual([
    ['severities', ['name', 'meaning', 'response', 'hours']],
    ['out-of-scope', ['name']],
    ['contacts', ['name', 'level', 'response']],
    ['transition', ['name']],
    ['duties', ['name', 'outgoing']],
  ]);
});

it('asks the same customer first, then the latest, and each register of one handoff alone', () => {
  const later = handoff('Borealis', 'Shop', '2026-03-18', [severity('A'), severity('B')]);
  const names = (customer: string) =>
    offered(handoff(customer, 'Orders', '2026-03-19'), [later, apex])
      .filter(({register}) => register === 'severities')
      .map(({fields}) => fields['name']);
  expect(names('Apex')).toEqual(['1']);
  expect(names('Borealis')).toEqual(['A', 'B']);
  expect(names('Cumulus')).toEqual(['A', 'B']);
});

it('offers nothing that is there, that does not apply, that is internal, or of the handoff itself', () => {
  const here = handoff('Apex', 'Orders', '2026-03-19', [
    severity('1'),
    {
      type: 'item/settled',
      item: 'duties',
      status: 'not-applicable',
      reason: 'Nobody hands one over',
    },
  ]);
  const secretive = handoff('Apex', 'Payments', '2026-03-12', [
    ...full,
    {type: 'item/addressed', item: 'glossary', audience: 'internal'},
  ]);
  const registers = offered(here, [secretive, here]).map(({register}) => register);
  for (const gone of ['severities', 'duties', 'glossary']) expect(registers).not.toContain(gone);
  expect(offered(apex, [apex])).toEqual([]);
});
