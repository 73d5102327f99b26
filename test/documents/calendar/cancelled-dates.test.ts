import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import {describe, expect, it} from 'vitest';
import {renderSet} from '../../../source/documents/render-set.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {journalOf, now, type Timed} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const book = playbook([
  phase('preparation', 'Preparation', [
    step('Work', 'checklist', ['Send the access list', 'Book a room']),
    step('Tables', 'text', [
      item('Access', {id: 'access', register: 'access'}),
      item('Period', {id: 'period', register: 'transition'}),
      item('People', {id: 'people', register: 'attendees'}),
    ]),
  ]),
  phase('post-handoff', 'After', [
    step('Transition', 'transition', [item('Log', {id: 'log', register: 'check-ins'})]),
  ]),
]);

const send = 'send-the-access-list';
const due: Timed = {type: 'item/scheduled', item: send, due: '2026-04-01'};
const done: Timed = {type: 'item/settled', item: send, status: 'done'};
const again: Timed = {type: 'item/settled', item: send, status: 'open'};
/** A set was written, and the handoff has recorded it. */
const written = (more: {audience?: 'customer' | 'internal'} = {}): Timed => ({
  type: 'documents/written',
  asOf: now,
  digest: 'a'.repeat(64),
  formats: ['md'],
  folder: '/srv/payments/handoff',
  documents: ['handoff-document', 'calendar'],
  ...more,
});

async function filesOf(changes: readonly Timed[]) {
  const journal = journalOf(changes, book);
  return (await renderSet(foldJournal(journal), {now, journal, formats: ['md']})).files;
}

async function datesOf(changes: readonly Timed[], audience = 'customer') {
  const text = (await filesOf(changes)).get(`${audience}/handoff.ics`);
  if (text === undefined) return undefined;
  const root = new ICAL.Component(ICAL.parse(String(text)));
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary.replace('Payments API: ', ''),
      day: event.startDate.toString().slice(0, 10),
      place: event.location,
      sequence: component.getFirstPropertyValue('sequence'),
      status: component.getFirstPropertyValue('status'),
      hasReminder: component.getFirstSubcomponent('valarm') !== null,
    };
  });
}

describe('a date that an earlier calendar has told', () => {
  it('is cancelled when it is settled, under its UID and with the next number', async () => {
    const [before] = (await datesOf([due])) ?? [];
    expect(before).toMatchObject({title: 'Send the access list', sequence: 0, status: null});
    expect(await datesOf([due, written(), done])).toEqual([
      {...before, sequence: 1, status: 'CANCELLED', hasReminder: false},
    ]);
  });

  it('stays cancelled in every later file, with the same bytes', async () => {
    const once = [due, written(), done];
    const [first, second] = await Promise.all([filesOf(once), filesOf([...once, written()])]);
    expect(second.get('customer/handoff.ics')).toBe(first.get('customer/handoff.ics'));
    expect(first.get('customer/index.md')).toContain('handoff.ics');
  });

  it('comes back with a higher number when it is opened again', async () => {
    const dates = await datesOf([due, written(), done, written(), again]);
    expect(dates).toMatchObject([{sequence: 2, status: null, day: '2026-04-01'}]);
    const moved: Timed = {type: 'item/scheduled', item: send, due: '2026-04-03'};
    expect(await datesOf([due, written(), done, written(), again, written(), moved])).toMatchObject(
      [{sequence: 3, status: null, day: '2026-04-03'}],
    );
  });

  it('is cancelled when it is withdrawn: a plan taken back, a row removed', async () => {
    const plan: Timed = {
      type: 'session/planned',
      startsAt: '2026-03-10T09:00:00.000Z',
      timeZone: 'Europe/Madrid',
      minutes: 60,
      place: 'Room 1',
    };
    const row: Timed = {
      type: 'record/added',
      register: 'access',
      item: 'access',
      fields: {name: 'Vendor', ends: '2026-04-30'},
    };
    const dates = await datesOf([
      plan,
      row,
      written(),
      {type: 'undone', action: 'a1'},
      {type: 'record/removed', record: 'a2'},
    ]);
    expect(dates).toMatchObject([
      {title: 'handoff session', status: 'CANCELLED'},
      {title: 'Vendor access ends: Vendor', status: 'CANCELLED'},
    ]);
  });

  it('is not told where no calendar has told it', async () => {
    expect(await datesOf([due, done])).toBeUndefined();
    expect(await datesOf([due, written({audience: 'internal'}), done])).toBeUndefined();
    expect(await datesOf([due, written({audience: 'internal'}), done], 'internal')).toMatchObject([
      {status: 'CANCELLED'},
    ]);
  });

  it('is cancelled without its words once its reader may not read them any more', async () => {
    const kept: Timed = {
      type: 'item/addressed',
      item: send,
      audience: 'internal',
      reason: 'It names people of another customer.',
    };
    const changes = [due, written(), kept];
    expect(await datesOf(changes)).toMatchObject([
      {title: 'a date that is no more', status: 'CANCELLED', sequence: 1},
    ]);
    expect(await datesOf(changes, 'internal')).toMatchObject([
      {title: 'Send the access list', status: null},
    ]);
  });
});

describe('what took place', () => {
  const held: readonly Timed[] = [
    {
      type: 'session/planned',
      startsAt: '2026-03-03T09:00:00.000Z',
      timeZone: 'Europe/Madrid',
      minutes: 60,
      place: 'Room 1',
    },
    written(),
    {type: 'session/started', at: '2026-03-03T09:05:00.000Z'},
    {type: 'session/ended', at: '2026-03-03T10:00:00.000Z'},
  ];

  it('keeps the session its place', async () => {
    expect(await datesOf(held)).toContainEqual(
      expect.objectContaining({title: 'handoff session', place: 'Room 1', status: null}),
    );
  });

  it('keeps a check-in that was held on its day', async () => {
    const dates = await datesOf([
      ...held,
      {
        type: 'record/added',
        register: 'transition',
        item: 'period',
        fields: {name: 'Ana', ends: '2026-03-20'},
        at: '2026-03-03T10:01:00.000Z',
      },
      {...written(), at: '2026-03-03T10:02:00.000Z'},
      {
        type: 'record/added',
        register: 'check-ins',
        item: 'log',
        fields: {name: 'Mina', date: '2026-03-04', kind: 'check-in'},
        at: '2026-03-04T12:00:00.000Z',
      },
    ]);
    expect(dates?.filter(({title}) => title.startsWith('check-in'))).toMatchObject([
      {title: 'check-in 1, held', day: '2026-03-04', status: null, hasReminder: false},
      {title: 'check-in 2', day: '2026-03-11', status: null},
      {title: 'check-in 3', day: '2026-03-18'},
    ]);
  });
});

describe('the organiser of the dates', () => {
  const attends = (email: string): Timed => ({
    type: 'record/added',
    register: 'attendees',
    item: 'people',
    fields: {name: 'Ana Ruiz', side: 'vendor', role: 'engineer', email, consent: 'yes'},
  });
  const textOf = async (changes: readonly Timed[]) =>
    String((await filesOf(changes)).get('customer/handoff.ics')).replaceAll('\r\n ', '');

  it('is nobody where no address is known', async () => {
    const text = await textOf([due]);
    expect(text).toContain('METHOD:PUBLISH');
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE|\.invalid/u);
  });

  it('is who started the handoff, with the address that they have among the attendees', async () => {
    const text = await textOf([due, attends('ana@müller.example')]);
    expect(text).toContain('ORGANIZER;CN="Ana Ruiz":mailto:ana@xn--mller-kva.example\r\n');
    expect(text).not.toContain('ATTENDEE');
  });
});

describe('the message of a set', () => {
  const read = async (changes: readonly Timed[]) =>
    PostalMime.parse(String((await filesOf(changes)).get('customer/follow-up-email.eml')), {
      attachmentEncoding: 'utf8',
    });

  it('has the calendar attached that it names', async () => {
    const {text, attachments} = await read([due]);
    expect(text).toContain('The dates are attached as a calendar file');
    const file = String((await filesOf([due])).get('customer/handoff.ics'));
    // The reader gives each line of a text its own end.
    const lines = (content: unknown) => String(content).trimEnd().split(/\r?\n/u);
    expect(attachments.map(({filename, content}) => [filename, lines(content)])).toEqual([
      ['handoff.ics', lines(file)],
    ]);
  });

  it('names no calendar where there is none', async () => {
    const {text, attachments} = await read([]);
    expect(text).not.toMatch(/calendar|attached/iu);
    expect(attachments).toEqual([]);
  });

  it('names the documents that lie beside it, once the session is over', async () => {
    const session: readonly Timed[] = [
      {type: 'session/started', at: '2026-03-03T09:05:00.000Z'},
      {type: 'session/ended', at: '2026-03-03T10:00:00.000Z'},
    ];
    const named = '- Operations runbook: whom to call';
    expect((await read(session)).text).toContain(named);
    expect((await read([due])).text).not.toContain(named);
  });
});
