import {expect, it} from 'vitest';
import {handoffCalendar} from '../../../source/documents/calendar/handoff-calendar.ts';
import {renderSet} from '../../../source/documents/render-set.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {honest, instantOf, journalOf} from '../../fixtures/world/past.ts';
import {stages} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {hasPythonReaders, readWithPython, whyNoPython} from '../../harness/python.ts';
import {readDates} from './read-dates.ts';

/** What is sent and imported of a handoff at each stage. */
async function filesOfStages(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const stage of stages) {
    await using world = await makeWorld(stage);
    const {handoff, journal} = world.snapshot();
    const {files} = await renderSet(handoff, {
      now: new Date().toISOString(),
      journal,
      formats: ['md'],
    });
    for (const [file, content] of files)
      if (/\.(?:ics|eml)$/u.test(file)) found.set(`${stage}/${file}`, String(content));
  }
  return found;
}

it.skipIf(!hasPythonReaders)(
  `calendars and messages of every stage are read alike by programs of others${whyNoPython}`,
  async () => {
    const files = await filesOfStages();
    const read = readWithPython(files);
    const wrong = [...read].flatMap(([file, {errors}]) => errors.map((why) => `${file}: ${why}`));
    expect(wrong).toEqual([]);
    let dates = 0;
    for (const [file, text] of files) {
      if (!file.endsWith('.ics')) continue;
      const {method, events} = readDates(text);
      expect([file, method]).toEqual([file, 'PUBLISH']);
      expect(new Set(events.map(({uid}) => uid)).size).toBe(events.length);
      const other = read.get(file)?.events ?? [];
      expect(
        other.map(({uid, sequence, status, summary}) => [uid, sequence, status, summary]),
      ).toEqual(events.map(({uid, sequence, status, title}) => [uid, sequence, status, title]));
      for (const [index, {start, organiser, attendees}] of events.entries()) {
        const seen = other[index]?.start ?? '';
        expect(Date.parse(seen)).toBe(Date.parse(start));
        expect(other[index]).toMatchObject({organiser, attendees: []});
        expect([organiser, attendees]).toEqual(['mailto:jordan@field.example', []]);
      }
      dates += events.length;
    }
    expect(dates).toBeGreaterThan(50);
    const messages = [...read].filter(([file]) => file.endsWith('.eml'));
    expect(messages).toHaveLength(stages.length);
    for (const [, {subject, to, text, parts}] of messages) {
      expect(subject).toMatch(/^Orders service: /u);
      expect(text).toContain('Kind regards');
      // Before anybody is listed there is nobody to send it to.
      expect(to.every((address) => address.includes('@corner-shop.example'))).toBe(true);
      expect(parts[0]).toMatchObject({type: 'text/plain', name: null});
    }
    expect(messages.at(-1)?.[1].to).toHaveLength(2);
    expect(messages.at(-1)?.[1].parts.map(({name}) => name)).toContain('handoff-document.md');
  },
);

/** A story in which the calendar is written after every so many changes. */
function writtenAlong(every: number) {
  return honest.flatMap((entry, index) => {
    if (index === 0 || index % every !== 0) return [entry];
    const change = {
      type: 'documents/written' as const,
      asOf: instantOf(entry),
      digest: 'a'.repeat(64),
      formats: ['md'],
      folder: '/srv/orders/handoff',
      documents: ['calendar' as const],
    };
    return [entry, {minutesAgo: entry.minutesAgo, id: `written-${index}`, change}];
  });
}

it('through the life of a handoff, an entry that moves or ends has a higher number, and none goes away', async () => {
  const journal = journalOf(writtenAlong(7));
  const ends = journal.flatMap(({type}, index) => (type === 'documents/written' ? [index] : []));
  expect(ends.length).toBeGreaterThan(15);
  let before = new Map<string, ReturnType<typeof readDates>['events'][number]>();
  let moved = 0;
  let cancelled = 0;
  for (const end of [...ends, journal.length]) {
    const past = journal.slice(0, end);
    const now = past.at(-1)?.at;
    const text = await handoffCalendar(foldJournal(past), past, {now});
    const after = new Map(readDates(text).events.map((event) => [event.uid, event]));
    for (const [uid, was] of before) {
      const is = after.get(uid);
      const said = `${was.title}, as of ${now}`;
      expect([said, is === undefined]).toEqual([said, false]);
      const isSame = is?.start === was.start && is.status === was.status && is.place === was.place;
      expect([said, (is?.sequence ?? 0) >= was.sequence + (isSame ? 0 : 1)]).toEqual([said, true]);
      if (!isSame) moved += 1;
    }
    cancelled = [...after.values()].filter(({status}) => status === 'CANCELLED').length;
    before = after;
  }
  expect(moved).toBeGreaterThan(5);
  expect(cancelled).toBeGreaterThan(3);
});
