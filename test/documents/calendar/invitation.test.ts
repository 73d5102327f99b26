import PostalMime from 'postal-mime';
import {describe, expect, it} from 'vitest';
import {renderSet, type DocumentSet} from '../../../source/documents/render-set.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {hasPythonReaders, readWithPython, whyNoPython} from '../../harness/python.ts';
import {journalOf, now, type Timed} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';
import {readDates} from './read-dates.ts';

const book = playbook([
  phase('preparation', 'Preparation', [
    step('Session plan', 'plan', [item('People', {id: 'people', register: 'attendees'})]),
  ]),
]);

const plan = (startsAt: string, place = 'Room 1'): Timed => ({
  type: 'session/planned',
  startsAt,
  timeZone: 'Europe/Madrid',
  minutes: 60,
  place,
});
const first = plan('2026-03-10T09:00:00.000Z');
const moved = plan('2026-03-11T09:00:00.000Z');

const attends = (name: string, email: string, side = 'customer'): Timed => ({
  type: 'record/added',
  register: 'attendees',
  item: 'people',
  fields: {name, side, role: 'on call', consent: 'yes', ...(email ? {email} : {})},
});
const ana = attends('Ana Ruiz', 'ana@example.com', 'vendor');
const kim = attends('Kim Lee', 'Kim Lee <kim@müller.example>');
const mina = attends('Mina "M" Okafor, PhD', 'mina@example.org');

const written: Timed = {
  type: 'documents/written',
  asOf: '2026-03-05T07:00:00.000Z',
  digest: 'a'.repeat(64),
  formats: ['md'],
  folder: '/srv/payments/handoff',
  documents: ['invitation'],
};

async function invite(changes: readonly Timed[]): Promise<DocumentSet> {
  const journal = journalOf(changes, book);
  const names = ['invitation'] as const;
  return renderSet(foldJournal(journal), {now, journal, formats: ['md'], names});
}

function fileOf({files}: DocumentSet, ending: string): string {
  return String(files.get(`customer/invitation.${ending}`) ?? '');
}

const names = ({files}: DocumentSet) => [...files.keys()];

describe('the invitation as a date', () => {
  it('asks everybody with an address, in the name of who started the handoff', async () => {
    const set = await invite([ana, kim, mina, first]);
    const {method, events} = readDates(fileOf(set, 'ics'));
    expect(method).toBe('REQUEST');
    expect(events).toMatchObject([
      {
        title: 'Payments API: handoff session',
        start: '2026-03-10T09:00:00Z',
        sequence: 0,
        status: null,
        place: 'Room 1',
        organiser: 'mailto:ana@example.com',
        hasReminder: false,
        attendees: [
          [
            'Kim Lee',
            'mailto:kim@xn--mller-kva.example',
            'REQ-PARTICIPANT',
            'NEEDS-ACTION',
            'TRUE',
          ],
          [
            'Mina "M" Okafor, PhD',
            'mailto:mina@example.org',
            'REQ-PARTICIPANT',
            'NEEDS-ACTION',
            'TRUE',
          ],
        ],
      },
    ]);
    expect(set.remark).toBeUndefined();
  });

  it('has the UID that the session has in the calendar', async () => {
    const changes = [ana, kim, first];
    const journal = journalOf(changes, book);
    const {files} = await renderSet(foldJournal(journal), {now, journal, formats: ['md']});
    const calendar = readDates(String(files.get('customer/handoff.ics')));
    expect(calendar.method).toBe('PUBLISH');
    expect(calendar.events).toMatchObject([
      {organiser: 'mailto:ana@example.com', attendees: [], hasReminder: true},
    ]);
    const uids = readDates(fileOf(await invite(changes), 'ics')).events.map(({uid}) => uid);
    expect(uids).toEqual(calendar.events.map(({uid}) => uid));
  });

  it('has a higher number each time it is moved, to another time or another room', async () => {
    const histories = [
      [ana, kim, first],
      [ana, kim, first, written, moved],
      [ana, kim, first, written, moved, plan('2026-03-11T09:00:00.000Z', 'Room 2')],
    ];
    const found = await Promise.all(
      histories.map(async (changes) => readDates(fileOf(await invite(changes), 'ics')).events[0]),
    );
    expect(new Set(found.map((event) => event?.uid)).size).toBe(1);
    expect(found.map((event) => [event?.start, event?.place, event?.sequence])).toEqual([
      ['2026-03-10T09:00:00Z', 'Room 1', 0],
      ['2026-03-11T09:00:00Z', 'Room 1', 1],
      ['2026-03-11T09:00:00Z', 'Room 2', 2],
    ]);
  });

  it('is called off when the plan is taken back, and comes back with a higher number', async () => {
    const off: Timed = {type: 'undone', action: 'a3'};
    const told = [ana, kim, first, written, off];
    const set = await invite(told);
    const {method, events} = readDates(fileOf(set, 'ics'));
    expect(method).toBe('CANCEL');
    expect(events).toMatchObject([{status: 'CANCELLED', start: '2026-03-10T09:00:00Z'}]);
    expect(events[0]?.attendees.map(([name]) => name)).toEqual(['Kim Lee']);
    expect(events[0]?.sequence).toBeGreaterThan(0);
    const mail = await PostalMime.parse(fileOf(set, 'eml'));
    expect(mail.subject).toBe('Called off: Payments API: handoff session');
    expect(mail.text).toContain('handoff session of 2026-03-10 10:00 CET does not take place.');

    const again = readDates(fileOf(await invite([...told, written, moved]), 'ics'));
    expect(again).toMatchObject({method: 'REQUEST', events: [{start: '2026-03-11T09:00:00Z'}]});
    expect(again.events[0]?.sequence).toBeGreaterThan(events[0]?.sequence ?? 0);
  });

  it('is not called off where nobody was asked', async () => {
    const set = await invite([ana, kim, first, {type: 'undone', action: 'a3'}]);
    expect(names(set)).toEqual(['customer/invitation.md']);
    expect(set.remark).toBe('No invitation for calendars: no session is ahead.');
  });

  it.each([
    [
      'nobody with an address asks',
      [attends('Ana Ruiz', ''), kim, first],
      'the e-mail address of Ana Ruiz, who invites, is not known.',
    ],
    [
      'nobody with an address is asked',
      [ana, attends('Kim Lee', ''), first],
      'no e-mail address of anybody else is known.',
    ],
    ['its day has passed', [ana, kim, plan('2026-03-04T09:00:00.000Z')], 'no session is ahead.'],
  ])('is not made where %s, and says so', async (_, changes, why) => {
    const set = await invite(changes);
    expect(names(set)).toEqual(['customer/invitation.md']);
    expect(set.remark).toContain(`No invitation for calendars: ${why}`);
  });

  it('names whom it does not reach, and whom an earlier one asked', async () => {
    const changes = [ana, kim, mina, attends('Sam', ''), first, written];
    const set = await invite([...changes, {type: 'record/removed', record: 'a3'}]);
    expect(set.remark).toContain('The invitation does not reach Sam: no e-mail address is known.');
    expect(set.remark).toContain('asked Mina "M" Okafor, PhD too');
  });
});

describe('the invitation as a message', () => {
  it('carries the date as calendar programs want it, and as a file', async () => {
    const set = await invite([ana, kim, mina, first]);
    const {from, to, subject, text, attachments} = await PostalMime.parse(fileOf(set, 'eml'), {
      attachmentEncoding: 'utf8',
    });
    expect(from?.address).toBe('ana@example.com');
    expect(to?.map(({address}) => address)).toEqual([
      'kim@xn--mller-kva.example',
      'mina@example.org',
    ]);
    expect(subject).toBe('Payments API: handoff session');
    expect(text).toContain('Tue 10 Mar 2026, 10:00, Europe/Madrid, 60 minutes.');
    expect(text).not.toMatch(/^#|\*\*|\\/mu);
    expect(attachments.map(({mimeType, method, filename}) => [mimeType, method, filename])).toEqual(
      [
        ['text/calendar', 'REQUEST', null],
        ['application/ics', undefined, 'invitation.ics'],
      ],
    );
    for (const {content} of attachments)
      expect(readDates(content as string).events).toHaveLength(1);
  });

  it.skipIf(!hasPythonReaders)(`is read by other programs${whyNoPython}`, async () => {
    const asked = await invite([ana, kim, mina, first]);
    const off = await invite([ana, kim, mina, first, written, {type: 'undone', action: 'a4'}]);
    const files = new Map(
      [asked, off].flatMap((set, index) =>
        ['ics', 'eml'].map((ending) => [`${index}.${ending}`, fileOf(set, ending)] as const),
      ),
    );
    const read = readWithPython(files);
    for (const {errors} of read.values()) expect(errors).toEqual([]);
    expect(read.get('0.ics')).toMatchObject({
      method: 'REQUEST',
      events: [
        {
          sequence: 0,
          organiser: 'mailto:ana@example.com',
          attendees: [
            {name: 'Kim Lee', status: 'NEEDS-ACTION', rsvp: 'TRUE', role: 'REQ-PARTICIPANT'},
            // An older reader shows RFC 6868's signs for a quotation mark.
            {name: `Mina ^'M^' Okafor, PhD`},
          ],
        },
      ],
    });
    expect(read.get('1.ics')).toMatchObject({method: 'CANCEL', events: [{status: 'CANCELLED'}]});
    for (const [index, method] of ['REQUEST', 'CANCEL'].entries()) {
      const message = read.get(`${index}.eml`);
      expect(message?.parts.map((part) => [part.type, part.method])).toEqual([
        ['text/plain', null],
        ['text/calendar', method],
        ['application/ics', null],
      ]);
      expect(message?.parts[1]?.content).toBe(files.get(`${index}.ics`));
    }
  });
});
