import {execa} from 'execa';
import ICAL from 'ical.js';
import {describe, expect, it} from 'vitest';
import type {CalendarEvent} from '../../../source/documents/calendar/event.ts';
import {handoffCalendar} from '../../../source/documents/calendar/handoff-calendar.ts';
import {renderCalendar} from '../../../source/documents/calendar/render-calendar.ts';
import {journalOf, type Timed} from '../sample-handoff.ts';
import {stampWords} from '../../../source/documents/words/stamp-words.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const stamp = '2026-03-05T08:00:00.000Z';

function render(events: readonly CalendarEvent[]): string {
  const organiser = {name: 'Ana Ruiz', email: 'ana@example.com'};
  return renderCalendar({name: 'Payments', scope: 'apex', organiser, events, stamp});
}

function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return {root, events};
}

const session: CalendarEvent = {
  key: 'session',
  kind: 'session',
  title: 'Handoff session',
  when: {start: '2026-03-29T00:30:00.000Z', end: '2026-03-29T02:00:00.000Z'},
  sequence: 0,
};

const expiry: CalendarEvent = {
  key: 'certificate',
  kind: 'expiry',
  title: 'Certificate of pay.example.com expires',
  when: {day: '2026-12-31'},
  sequence: 0,
};

function calendarOf(changes: readonly Timed[]) {
  const journal = journalOf(changes);
  return handoffCalendar(foldJournal(journal), journal);
}

describe('a calendar', () => {
  it('says what is planned, in UTC and in days', () => {
    const {root, events} = read(render([session, expiry]));
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(events.map(({summary}) => summary)).toEqual([session.title, expiry.title]);
    const [first, second] = events;
    expect(first?.startDate.toJSDate().toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(first?.endDate.toJSDate().toISOString()).toBe('2026-03-29T02:00:00.000Z');
    expect(second?.startDate.isDate).toBe(true);
    expect(second?.startDate.toString()).toBe('2026-12-31');
    expect(second?.endDate.toString()).toBe('2027-01-01');
    const {component} = first ?? new ICAL.Event();
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-03-05T08:00:00Z');
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:ana@example.com');
    expect(component.getAllProperties('attendee')).toEqual([]);
  });

  it('says what it was made from, and of when', async () => {
    const journal = journalOf([]);
    const handoff = foldJournal(journal);
    const more = [expiry];
    const {root} = read(await handoffCalendar(handoff, journal, {now: stamp, more}));
    const digest = handoffDigest(handoff);
    expect(root.getFirstPropertyValue('x-handoff-digest')).toBe(digest);
    expect(root.getFirstPropertyValue('x-handoff-as-of')).toBe('2026-03-05T08:00Z');
    expect(root.getFirstPropertyValue('x-wr-caldesc')).toBe(
      stampWords({asOf: stamp, digest}, 'Europe/Madrid').replaceAll(',', '\\,'),
    );
  });

  it('reminds a quarter of an hour before a time, and at nine on a day', () => {
    const triggers = read(render([session, expiry])).events.map(({component}) => {
      const alarm = component.getFirstSubcomponent('valarm');
      expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
      const trigger = alarm?.getFirstProperty('trigger');
      return [String(trigger?.getFirstValue()), trigger?.getParameter('related')];
    });
    expect(triggers).toEqual([
      ['-PT15M', undefined],
      ['PT9H', 'START'],
    ]);
  });

  it('is the same in every time zone', async () => {
    const script = `
      const {renderCalendar} = await import('./source/documents/calendar/render-calendar.ts');
      process.stdout.write(renderCalendar(${JSON.stringify({
        name: 'Payments',
        scope: 'apex',
        organiser: {name: 'Ana Ruiz', email: 'ana@example.com'},
        events: [session, expiry],
        stamp,
      })}));`;
    const texts = await Promise.all(
      ['America/New_York', 'Pacific/Kiritimati'].map(async (TZ) => {
        const args = ['--input-type=module', '-e', script];
        return (await execa(process.execPath, args, {env: {TZ}, stripFinalNewline: false})).stdout;
      }),
    );
    expect(texts).toEqual([render([session, expiry]), render([session, expiry])]);
  });

  it('keeps every text a text, on lines of 75 octets that cut no character', () => {
    const title = 'Güte\r\nATTENDEE:mailto:x@example.com\r\nEND:VEVENT; a, b\\n \u001B[31m';
    const description = `${'ä€😀\\;,'.repeat(2000)}\nsecond line`;
    const text = render([{...session, title, description, location: 'a;b,c'}]);
    const bytes = Buffer.from(text);
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/u);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(bytes.toString()).toBe(text);
    const {events} = read(text);
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe('Güte ATTENDEE:mailto:x@example.com END:VEVENT; a, b\\n');
    expect(events[0]?.description).toBe(description);
    expect(events[0]?.location).toBe('a;b,c');
    expect(events[0]?.attendees).toEqual([]);
  });

  it('keeps an address with commas usable, and drops what is no web address', () => {
    const urls = ['https://example.com/a,b;c', 'javascript:alert(1)\r\nX-A:b'].map((url) =>
      read(render([{...session, url}])).events[0]?.component.getFirstPropertyValue('url'),
    );
    expect(urls).toEqual(['https://example.com/a%2Cb%3Bc', null]);
  });
});

describe('the calendar of a handoff', () => {
  const plan: readonly Timed[] = [
    {type: 'item/scheduled', item: 'the-handoff-session-is-scheduled', due: '2026-03-03'},
    {type: 'session/started', at: '2026-03-04T09:00:00.000Z'},
    {type: 'session/ended', at: '2026-03-04T10:12:00.000Z'},
  ];

  it('has the session and every open item with a date, and nothing settled', async () => {
    const {events} = read(await calendarOf(plan));
    const titles = events.map(({summary}) => summary);
    expect(titles).toContain('Payments API: handoff session');
    expect(titles).toContain('Payments API: The handoff session is scheduled');
    const settled = await calendarOf([
      ...plan,
      {type: 'item/settled', item: 'the-handoff-session-is-scheduled', status: 'done'},
    ]);
    expect(read(settled).events.map(({summary}) => summary)).toEqual(
      titles.filter((title) => title !== 'Payments API: The handoff session is scheduled'),
    );
  });

  it('keeps the UID of what is moved and raises its SEQUENCE, also past an undo', async () => {
    const id = 'the-handoff-session-is-scheduled';
    const moved: Timed = {type: 'item/scheduled', item: id, due: '2026-03-10'};
    const histories: readonly (readonly Timed[])[] = [
      plan,
      [...plan, moved],
      [...plan, moved, {type: 'undone', action: 'a4'}],
    ];
    const found = await Promise.all(
      histories.map(async (changes) => {
        const {events} = read(await calendarOf(changes));
        const event = events.find(({summary}) => summary.endsWith('is scheduled'));
        return {
          uid: event?.uid,
          day: event?.startDate.toString(),
          sequence: event?.component.getFirstPropertyValue('sequence'),
        };
      }),
    );
    const uid = found[0]?.uid;
    expect(found).toEqual([
      {uid, day: '2026-03-03', sequence: 0},
      {uid, day: '2026-03-10', sequence: 1},
      {uid, day: '2026-03-03', sequence: 2},
    ]);
  });
});

describe('the dates of the domain', () => {
  const book = playbook([
    phase('preparation', 'Preparation', [
      step('Tables', 'text', [
        item('Access', {id: 'access', register: 'access'}),
        item('Network', {id: 'network', register: 'flows'}),
        item('Ties', {id: 'ties', register: 'ties'}),
        item('Period', {id: 'period', register: 'transition'}),
      ]),
    ]),
    phase('post-handoff', 'After', [
      step('Transition', 'transition', [item('Log', {id: 'log', register: 'check-ins'})]),
    ]),
  ]);
  const plan = (startsAt: string): Timed => ({
    type: 'session/planned',
    startsAt,
    timeZone: 'Europe/Madrid',
    minutes: 60,
    place: 'Room 1',
  });
  const added = (register: 'access' | 'flows' | 'ties' | 'transition', fields: object): Timed => ({
    type: 'record/added',
    register,
    item: {access: 'access', flows: 'network', ties: 'ties', transition: 'period'}[register],
    fields: {...fields},
  });

  async function dates(changes: readonly Timed[]) {
    const journal = journalOf(changes, book);
    const {events} = read(await handoffCalendar(foldJournal(journal), journal));
    return events.map(({uid, summary, startDate, component}) => ({
      uid,
      title: summary.replace('Payments API: ', ''),
      start: startDate.toString(),
      sequence: component.getFirstPropertyValue('sequence'),
    }));
  }

  it('has the planned session, which keeps its UID when it is planned anew and when it was held', async () => {
    const first = plan('2026-03-10T09:00:00.000Z');
    const second = plan('2026-03-11T09:00:00.000Z');
    const held: readonly Timed[] = [
      {type: 'session/started', at: '2026-03-11T09:05:00.000Z'},
      {type: 'session/ended', at: '2026-03-11T10:00:00.000Z'},
    ];
    const histories: readonly (readonly Timed[])[] = [
      [first],
      [first, second],
      [first, second, {type: 'undone', action: 'a2'}],
      [first, second, ...held],
    ];
    const found = await Promise.all(histories.map(dates));
    const sessions = found.map(
      (all) =>
        all.find(({title}) => title === 'handoff session') ?? {uid: '', start: '', sequence: 0},
    );
    expect(new Set(sessions.map(({uid}) => uid)).size).toBe(1);
    expect(sessions.map(({start, sequence}) => [start, sequence])).toEqual([
      ['2026-03-10T09:00:00Z', 0],
      ['2026-03-11T09:00:00Z', 1],
      ['2026-03-10T09:00:00Z', 2],
      ['2026-03-11T09:05:00Z', 3],
    ]);
  });

  it('a part that is planned after the first is another event', async () => {
    const found = await dates([
      plan('2026-03-04T09:00:00.000Z'),
      {type: 'session/started', at: '2026-03-04T09:00:00.000Z'},
      {type: 'session/ended', at: '2026-03-04T10:00:00.000Z'},
      {...plan('2026-03-06T09:00:00.000Z'), at: '2026-03-04T10:05:00.000Z'},
    ]);
    expect(found.filter(({title}) => title.startsWith('handoff session'))).toMatchObject([
      {title: 'handoff session', start: '2026-03-04T09:00:00Z'},
      {title: 'handoff session, part 2', start: '2026-03-06T09:00:00Z'},
    ]);
  });

  it('has what ends on a day, once each, and moves it with its row', async () => {
    const rows: readonly Timed[] = [
      added('access', {name: 'Vendor', ends: '2026-04-30'}),
      added('flows', {from: 'Tills', to: 'pay.example.com', certificate: '2026-06-01'}),
      added('ties', {name: 'DNS zone', ends: '2026-04-01', state: 'tied', owner: 'Kim'}),
      added('ties', {name: 'Chat', ends: '2026-04-02', state: 'moved'}),
      added('access', {name: 'Typo', ends: 'soon'}),
    ];
    expect(await dates(rows)).toMatchObject([
      {title: 'DNS zone must no longer hang on us', start: '2026-04-01'},
      {title: 'Vendor access ends: Vendor', start: '2026-04-30', sequence: 0},
      {title: 'Certificate expires: pay.example.com', start: '2026-06-01'},
    ]);
    const moved: Timed = {type: 'record/changed', record: 'a1', fields: {ends: '2026-05-30'}};
    const [before, after] = await Promise.all(
      [rows, [...rows, moved]].map(async (changes) =>
        (await dates(changes)).find(({title}) => title.includes('Vendor')),
      ),
    );
    expect(after).toEqual({...before, start: '2026-05-30', sequence: 1});
  });

  it('has the check-ins that are to be held, and open points with their days', async () => {
    const found = await dates([
      added('transition', {name: 'Ana', ends: '2026-03-20'}),
      {type: 'session/started', at: '2026-03-04T09:00:00.000Z'},
      {
        type: 'session/noted',
        kind: 'action',
        text: 'Add the alert',
        at: '2026-03-04T09:10:00.000Z',
      },
      {type: 'session/ended', at: '2026-03-04T10:00:00.000Z'},
    ]);
    expect(found.map(({title, start}) => `${start} ${title}`)).toEqual(
      expect.arrayContaining([
        '2026-03-06 check-in 1',
        '2026-03-13 check-in 2',
        '2026-03-20 check-in 3',
        '2026-03-11 Add the alert',
        '2026-03-20 Last day of the transition',
      ]),
    );
  });
});
