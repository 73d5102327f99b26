import type {Element, Nodes} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {expect, it} from 'vitest';
import {dutiesReadBy, expiriesReadBy} from '../../../source/handoff/audience/readable.ts';
import {fieldText, recordsOf} from '../../../source/handoff/registers/records.ts';
import type {Due} from '../../../source/handoff/time/schedule.ts';
import type {Audience} from '../../../source/playbook/playbook.ts';
import {stages} from '../../fixtures/world/story.ts';
import {readDates} from '../calendar/read-dates.ts';
import {findProgram, skipNote} from '../formats/programs.ts';
import {pdfText} from '../pdf-text.ts';
import {readMarkdown} from '../read-markdown.ts';
import {printed, writtenSet} from './written-set.ts';

function below(node: Nodes, name: (tag: string) => boolean): Element[] {
  const own = node.type === 'element' && name(node.tagName) ? [node] : [];
  return 'children' in node
    ? [...own, ...node.children.flatMap((child) => below(child, name))]
    : own;
}

const squeezed = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** The texts below a node, each as far as no tag is in it. */
function textsOf(node: Nodes): string[] {
  if (node.type === 'text') return [squeezed(node.value)];
  return 'children' in node ? node.children.flatMap(textsOf) : [];
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The cells of each table of a page, by row. */
function cellsOfPage(html: string): string[][][] {
  return below(fromHtml(html), (tag) => tag === 'table').map((table) =>
    below(table, (tag) => tag === 'tr').map((row) =>
      below(row, (tag) => tag === 'td' || tag === 'th').map((cell) => squeezed(wordsOf(cell))),
    ),
  );
}

it.each(stages)(
  'a handoff that is %s says the same in the tables of pages and of texts',
  async (stage) => {
    const {files} = await writtenSet(stage);
    let tables = 0;
    for (const [file, page] of files) {
      const text = files.get(file.replace(/html$/u, 'md'));
      if (!file.endsWith('.html') || text === undefined) continue;
      const cells = readMarkdown(String(text)).cells.map((table) =>
        table.map((row) => row.map((cell) => squeezed(cell.replaceAll('<br>', '')))),
      );
      expect([file, cellsOfPage(String(page))]).toEqual([file, cells]);
      tables += cells.length;
    }
    expect(tables).toBeGreaterThan(5);
  },
);

const moments = /\d{4}-\d\d-\d\d|\b\d\d:\d\d\b/gu;

/** What must be the same wherever it stands: days, moments, amounts, addresses and phones. */
const figures =
  /\d{4}-\d\d-\d\d|\b\d\d:\d\d\b|\+\d[\d ]{6,}\d|\S+@[\w.-]*\w|\d+ of \d+ items|\b\d+ (?:min|h|d|ms|s|%|minutes|MB|GB)\b/gu;

/** Each of a page, and the people that it names. */
function saidOnPage(html: string, people: readonly string[]): ReadonlySet<string> {
  const [main] = below(fromHtml(html), (tag) => tag === 'main');
  const texts = main ? textsOf(main) : [];
  const found = texts.flatMap((text) => text.match(figures) ?? []);
  return new Set([...found, ...people.filter((name) => texts.some((text) => text.includes(name)))]);
}

const pdftotext = findProgram('pdftotext');

it.skipIf(pdftotext === undefined)(
  `each day, figure and name of a page is in its PDF, and no other day${skipNote({'poppler-utils': pdftotext})}`,
  async () => {
    const {handoff, files} = await writtenSet(printed);
    const people = recordsOf(handoff, 'attendees').map((row) => fieldText(row, 'name'));
    let count = 0;
    for (const [file, pdf] of files) {
      const page = files.get(file.replace(/pdf$/u, 'html'));
      if (!file.endsWith('.pdf') || page === undefined) continue;
      const said = saidOnPage(String(page), people);
      const paper = await pdfText(pdf as Uint8Array);
      // The reader shows a narrow space as none.
      const bare = (text: string) => text.replaceAll(/\s+/gu, '');
      const shown = bare(paper);
      const missing = [...said].filter((each) => !shown.includes(bare(each)));
      const added = (paper.match(moments) ?? []).filter((each) => !said.has(each));
      expect([file, missing, added]).toEqual([file, [], []]);
      count += said.size;
    }
    expect(count).toBeGreaterThan(100);
  },
);

/** What is due at an hour ends at it, within an hour, and so may begin on the day before. */
function isAsDue(start: string, due: Due | undefined): boolean {
  if (due?.instant === undefined || !start.includes('T')) return start === due?.date;
  const before = Date.parse(due.instant) - Date.parse(start);
  return before > 0 && before <= 3_600_000;
}

it.each(stages)(
  'a handoff that is %s has the days of its documents in its calendars',
  async (stage) => {
    const {handoff, now, files} = await writtenSet(stage);
    for (const audience of ['customer', 'internal'] satisfies Audience[]) {
      const file = files.get(`${audience}/handoff.ics`);
      // A calendar cannot be empty.
      const events = file === undefined ? [] : readDates(String(file)).events;
      const days = new Map<string, Due>([
        ...dutiesReadBy(handoff, audience, now).map(({text, due}) => [text, due] as const),
        ...expiriesReadBy(handoff, audience, now).map(({text, date}) => [text, {date}] as const),
      ]);
      const wrong = events.flatMap(({title, start, status}) => {
        const what = title.replace(`${handoff.system}: `, '');
        if (status === 'CANCELLED' || /^(?:handoff session|check-in \d)/u.test(what)) return [];
        const due = days.get(what);
        return isAsDue(start, due) ? [] : [{audience, what, start, due}];
      });
      expect(wrong).toEqual([]);
      // A part that is ahead stands as it was planned, to the second.
      const {plan, session} = handoff;
      const planned = plan && !session.startedAt ? [`${plan.startsAt.slice(0, 19)}Z`] : [];
      const starts = new Set(events.map(({start}) => start));
      expect(planned.filter((start) => !starts.has(start))).toEqual([]);
    }
  },
);
