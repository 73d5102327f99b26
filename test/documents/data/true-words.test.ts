import {describe, expect, it} from 'vitest';
import {documentNames} from '../../../source/documents/document-names.ts';
import {followUpEmail} from '../../../source/documents/mail/follow-up-email.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import type {RegisterName} from '../../../source/playbook/playbook.ts';
import {handoffOf, now, type Timed} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';
import PostalMime from 'postal-mime';

const risks = item('Risks and issues', {id: 'risks', register: 'risks'});

/** A playbook with the items given on a step before the session, and all that follows it. */
function book(...items: readonly ReturnType<typeof item>[]) {
  return playbook([
    phase('preparation', 'Preparation', [step('Before', 'text', items)]),
    phase('session', 'Session', [
      step('Plan', 'plan', [item('Attendees', {id: 'attendees', register: 'attendees'})]),
      step('Agenda', 'agenda', [item('Overview', {id: 'overview'})]),
      step('Demonstrations', 'demonstrations', [item('Restart a service', {id: 'show'})]),
    ]),
    phase('post-handoff', 'After', [
      step('Sent', 'checklist', [item('Share the recording', {id: 'recording'})]),
      step('Follow-up', 'follow-ups', [item('Close every open point', {id: 'close'})]),
      step('Transition', 'transition', [item('Contacts', {id: 'log', register: 'check-ins'})]),
    ]),
  ]);
}

const row = (register: RegisterName, at: string, fields: Record<string, string>): Timed => ({
  type: 'record/added',
  register,
  item: at,
  fields,
});

async function textOf(
  name: (typeof documentNames)[number],
  changes: readonly Timed[],
  items = [risks],
): Promise<string> {
  return renderDocument(name, handoffOf(changes, book(...items)), {now});
}

async function mailOf(changes: readonly Timed[], items = [risks]): Promise<string> {
  const {text} = await followUpEmail(handoffOf(changes, book(...items)), {now});
  const {subject = '', text: body = ''} = await PostalMime.parse(text);
  return `${subject}\n${body}`;
}

const held: readonly Timed[] = [
  {type: 'session/started', at: '2026-03-04T09:00:00.000Z'},
  {type: 'session/ended', at: '2026-03-04T10:00:00.000Z'},
];

describe('that no risk is known', () => {
  const settled = (status: 'done' | 'not-applicable', reason?: string): Timed => ({
    type: 'item/settled',
    item: 'risks',
    status,
    ...(reason === undefined ? {} : {reason}),
  });
  const closed = row('risks', 'risks', {name: 'Old', severity: '1', state: 'closed'});
  it.each<[string, readonly Timed[], string]>([
    ['is not said where nobody looked', [], 'Nobody has said whether there are risks.'],
    [
      'is said by whoever looked',
      [settled('done')],
      'No risk is known, said by Ana Ruiz on 2026-03-02.',
    ],
    [
      'is said by whoever gave the reason',
      [settled('not-applicable', 'A toy')],
      'No risk is known, said by Ana Ruiz on 2026-03-02.',
    ],
    ['is not said of those that were solved', [closed], 'Every risk that was listed is closed.'],
  ])('%s', async (_, changes, words) => {
    for (const name of ['handoff-document', 'session-papers'] as const)
      expect(await textOf(name, changes)).toContain(`\n${words}\n`);
  });

  it('is not said by a playbook that does not ask', async () => {
    const text = await textOf('session-papers', [], [item('Network')]);
    expect(text).toContain('The playbook does not ask for risks');
  });
});

it('the severest risk stands first, also where somebody lives with it', async () => {
  const text = await textOf('handoff-document', [
    row('risks', 'risks', {name: 'Blemish', severity: '4', state: 'open'}),
    row('risks', 'risks', {name: 'Data loss', severity: '1', state: 'accepted'}),
  ]);
  expect(text).toMatch(/\| Data loss +\| 1 +\| accepted .*\n\| Blemish/u);
});

describe('a session that was planned and not held', () => {
  const planned: Timed = {
    type: 'session/planned',
    startsAt: '2026-03-04T10:00:00.000Z',
    timeZone: 'Europe/Madrid',
    minutes: 60,
  };
  it.each(['handoff-document', 'session-papers', 'session-summary'] as const)(
    'is told as that in the %s',
    async (name) => {
      const text = await textOf(name, [planned]);
      expect(text).toMatch(/[Ww]as planned for Wed 4 Mar 2026, 11:00, Europe\/Madrid/u);
      expect(text).not.toMatch(/(?:[Ii]s|: |\|) planned for/u);
    },
  );

  it('is told as that in the message, which thanks nobody', async () => {
    const text = await mailOf([planned]);
    expect(text).toMatch(/^Payments API: where the handoff stands\n/u);
    expect(text).toContain('which was planned for Wed 4 Mar 2026');
    expect(text).not.toMatch(/thank/iu);
  });
});

describe('who is in reach', () => {
  const period = item('Transition period', {id: 'period', register: 'transition'});
  const until = (ends: string) => [
    ...held,
    row('transition', 'period', {name: 'Ana Ruiz', deputy: 'Sam', channel: 'chat', ends}),
  ];
  const all = ['handoff-document', 'operations-runbook', 'session-summary'] as const;
  it('is told of a transition that lasts', async () => {
    expect(await mailOf(until('2026-03-20'), [period])).toContain(
      'Ana Ruiz stays in reach until 2026-03-20: chat.',
    );
    for (const name of all) {
      const text = await textOf(name, until('2026-03-20'), [period]);
      expect(text).toMatch(/stays in reach/u);
      expect(text).not.toContain('was in reach');
    }
  });
  it('is over with its last day', async () => {
    const text = await mailOf(until('2026-03-04'), [period]);
    expect(text).toContain('Ana Ruiz was in reach until 2026-03-04.');
    expect(text).not.toContain('chat');
    for (const name of all) {
      const document = await textOf(name, until('2026-03-04'), [period]);
      expect(document).toContain('Ana Ruiz was in reach until 2026-03-04');
      expect(document).not.toContain('stays in reach');
    }
  });
});

it('a day on which something is due is a date ahead, and one that is over is overdue', async () => {
  const at = '2026-03-04T09:30:00.000Z';
  const asked: Timed = {type: 'session/noted', kind: 'action', text: 'Lee adds the alert', at};
  const changes = [...held.slice(0, 1), asked, ...held.slice(1)];
  for (const text of [await textOf('session-papers', changes), await mailOf(changes)]) {
    expect(text).not.toContain('No date is ahead');
    expect(text).toMatch(/2026-03-11\W+Lee adds the alert/u);
  }
  const late: readonly Timed[] = [{type: 'item/scheduled', item: 'risks', due: '2026-03-03'}];
  expect(await mailOf(late)).toContain('- 2026-03-03: Risks and issues, overdue\n');
  expect(await textOf('session-papers', late)).toMatch(
    /\| 2026-03-03 \| Risks and issues .* overdue/u,
  );
});

it('who is known to have come stands apart from who was invited', async () => {
  const attendee = (name: string) =>
    row('attendees', 'attendees', {name, side: 'customer', role: 'on call', consent: 'yes'});
  const at = '2026-03-04T09:30:00.000Z';
  const changes: readonly Timed[] = [
    attendee('Mina Okafor'),
    attendee('Lee Novak'),
    ...held.slice(0, 1),
    {type: 'demonstration/started', item: 'show', performer: 'Mina Okafor', observer: 'Ana', at},
    ...held.slice(1),
  ];
  for (const name of ['session-summary'] as const) {
    const text = await textOf(name, changes);
    expect(text).toMatch(/\| Mina Okafor \| customer \| on call \| yes +\| yes +\|/u);
    expect(text).toMatch(/\| Lee Novak +\| customer \| on call \| not said +\| yes +\|/u);
    expect(await textOf(name, changes.slice(0, 2))).not.toContain('Came');
  }
});

it.each(['yes', 'no', 'not asked'])(
  'a recording is linked only where everybody agreed; one said %s',
  async (consent) => {
    const link = 'https://video.example.com/r1';
    const attendee = {name: 'Mina', side: 'customer', role: 'on call', consent};
    const changes: readonly Timed[] = [
      row('attendees', 'attendees', attendee),
      ...held,
      {type: 'item/settled', item: 'recording', status: 'done'},
      {type: 'item/evidenced', item: 'recording', link},
    ];
    const texts = [
      await mailOf(changes),
      ...(await Promise.all(documentNames.map((name) => textOf(name, changes)))),
    ];
    expect(texts.some((text) => text.includes(link))).toBe(consent === 'yes');
    const document = await textOf('handoff-document', changes);
    expect(document.includes('notes only')).toBe(consent === 'no');
    expect(document.includes('Everybody agreed to a recording.')).toBe(consent === 'yes');
    const before = await textOf('session-papers', changes.slice(0, 1));
    expect(before.includes('whether the session may be recorded')).toBe(consent === 'not asked');
  },
);

describe('a proof', () => {
  const runbooks = [item('Restart', {id: 'restart', register: 'runbooks'})];
  const runbook = (id: string, name: string) =>
    row('runbooks', id, {name, commands: 'true', expected: 'ok', effect: 'safe'});
  const proven = (record: string, isMet: boolean, at: string): Timed => ({
    type: 'runbook/proven',
    record,
    command: 'true',
    isMet,
    expected: 'ok',
    actual: isMet ? 'ok' : 'no',
    code: isMet ? 0 : 1,
    at,
  });
  it('says in each document that its runbook was changed since', async () => {
    const changes: readonly Timed[] = [
      runbook('restart', 'Restart'),
      proven('a1', true, '2026-03-03T09:00:00.000Z'),
      {type: 'record/changed', record: 'a1', fields: {commands: 'false'}},
    ];
    for (const name of ['handoff-document', 'operations-runbook', 'validation-report'] as const)
      expect(await textOf(name, changes, runbooks)).toMatch(/changed since/u);
  });
});

it('an item is done by the word of who said so, whoever notes something later', async () => {
  const text = await textOf(
    'state-of-items',
    [
      {type: 'item/settled', item: 'network', status: 'done', actor: 'Jordan'},
      {type: 'item/noted', item: 'network', note: 'Seen', actor: 'Ana'},
    ],
    [item('Network')],
  );
  expect(text).toMatch(/\| Network +\| done +\| – +\| – +\| said by Jordan, 2026-03-02 10:01 CET/u);
  expect(text).toMatch(/1 of \d items settled: 1 said by people/u);
});
