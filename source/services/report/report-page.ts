import {escapeInline} from '../../documents/markdown/escape-inline.ts';
import {cleanLine} from '../../documents/markdown/clean-text.ts';
import {toHtml} from '../../documents/html/to-html.ts';
import {timeWords as momentWords} from '../../documents/words/times.ts';
import type {Unread} from '../outlook/read-outlooks.ts';
import {
  acceptedWords,
  ageWords,
  dayOf,
  driftWords,
  phaseLengthWords,
  phaseWords,
  shutWords,
  totalWords,
} from './report-words.ts';
import type {Report, ReportRow} from './make-report.ts';

const cell = (text: string) => escapeInline(cleanLine(text)) || '–';

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const nameOf = ({of: {customer, system}}: ReportRow) => cell(`${customer} · ${system}`);

function section(title: string, text: string): string[] {
  return text === '' ? [] : [`## ${title}`, text];
}

/** A table without the columns in which nothing stands. */
function tableOf<Row>(
  columns: readonly (readonly [string, (row: Row) => string])[],
  rows: readonly Row[],
): string {
  const filled = columns
    .map(([head, read]) => ({head, cells: rows.map(read)}))
    .filter(({cells}) => cells.some((text) => text !== ''));
  return table(
    filled.map(({head}) => head),
    rows.map((_, index) => filled.map(({cells}) => cells[index] ?? '')),
  );
}

/** Few and narrow columns, so that it stays a table on paper; the state comes right behind the name. */
function standing({rows, now}: Report): string {
  if (rows.length === 0) return 'There is no handoff.';
  const hasLeads = new Set(rows.map(({of}) => of.lead)).size > 1;
  return tableOf(
    [
      ['Handoff', nameOf],
      ['State', ({state}) => state],
      // On a narrow page an empty cell takes no line.
      ['Overdue', ({overdue}) => (overdue.length === 0 ? '' : String(overdue.length))],
      [
        'Next',
        ({ahead: [first]}) =>
          first ? dayOf(first.dated.due.date, now).replaceAll(' ', '\u{A0}') : '',
      ],
      ['Gate lacks', ({of: {gate}}) => (gate ? String(gate.missing.length || 'nothing') : '')],
      ['Drift', driftWords],
      ['Accepted', acceptedWords],
      ['Phase', ({of}) => cell(`${of.phase} ${of.settled}/${of.total}`)],
      ['Age', ageWords],
      // Of one lead alone it says nothing.
      ['Lead', ({of}) => (hasLeads ? cell(of.lead) : '')],
    ],
    rows,
  );
}

/** As many days, or things that are missing, as stand of one handoff. */
const shown = 3;

/** The first of a list in a sentence, and how many more there are. */
function firstOf(texts: readonly string[], count = texts.length): string {
  const rest = count - Math.min(shown, texts.length);
  return [...texts.slice(0, shown), ...(rest > 0 ? [`and ${rest} more`] : [])].map(cell).join('; ');
}

function dates({rows, now}: Report, which: 'overdue' | 'ahead'): string {
  const entries = rows.flatMap((row) => row[which].slice(0, shown).map((entry) => ({row, entry})));
  if (entries.length === 0) return '';
  const hasMore = rows.some((row) => row[which].length > shown);
  return [
    ...(hasMore ? ['The first three of each handoff.'] : []),
    table(
      ['Day', 'What', 'Handoff', 'Owner'],
      entries
        .toSorted((a, b) => (a.entry.dated.due.date < b.entry.dated.due.date ? -1 : 1))
        .map(({row, entry: {dated}}) => [
          dayOf(dated.due.date, now),
          cell(dated.text),
          nameOf(row),
          cell(dated.owner ?? ''),
        ]),
    ),
  ].join('\n\n');
}

function gates({rows}: Report): string {
  const shut = rows.flatMap((row) =>
    row.of.gate && row.of.gate.missing.length > 0 ? [{row, gate: row.of.gate}] : [],
  );
  if (shut.length === 0) return '';
  return table(
    ['Handoff', 'Gate', 'Missing'],
    shut.map(({row, gate: {title, missing}}) => [
      nameOf(row),
      cell(title),
      firstOf(missing.map(({text}) => text)),
    ]),
  );
}

function waivers({rows, now}: Report): string {
  const all = rows.flatMap((row) => row.waivers.map((waiver) => ({row, waiver})));
  if (all.length === 0) return '';
  return table(
    ['Ends', 'What is waived', 'Handoff'],
    all.map(({row, waiver}) => [dayOf(waiver.expires, now), cell(waiver.text), nameOf(row)]),
  );
}

function drifts({rows, now}: Report): string {
  const drifted = rows.flatMap((row) =>
    row.of.drift && row.of.drift.changed > 0 ? [{row, drift: row.of.drift}] : [],
  );
  if (drifted.length === 0) return '';
  const day = (instant: string) => dayOf(instant.slice(0, 10), now);
  return table(
    ['Handoff', 'Compared', 'What'],
    drifted.map(({row, drift: {before, after, words, changed}}) => [
      nameOf(row),
      `${day(before)} with ${day(after)}`,
      firstOf(words, changed),
    ]),
  );
}

function shut(report: Report): string {
  if (report.shutBy.length === 0) return '';
  return table(
    ['What', 'Missing or waived', 'Most often'],
    report.shutBy.map((one) => [
      cell(one.mistake),
      shutWords(one, report),
      `${cell(one.most.text)} (${one.most.handoffs})`,
    ]),
  );
}

/** Where all handoffs stand as a page for the own team, in the look of the documents. */
export async function reportPage(report: Report, broken: readonly Unread[]): Promise<string> {
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  const markdown = [
    '# Where the handoffs stand',
    `**${totalWords(report)}** As of ${momentWords(report.now, timeZone)}. For the own team.`,
    ...section('At a glance', standing(report)),
    ...section('Overdue', dates(report, 'overdue')),
    ...section(`Due in ${report.days} days`, dates(report, 'ahead')),
    ...section(`Waivers that end in ${report.days} days`, waivers(report)),
    ...section('What keeps gates shut', gates(report)),
    ...section('What has drifted', drifts(report)),
    ...section('What most often shuts a gate', shut(report)),
    '## How long each phase takes',
    table(
      ['Phase', 'Takes'],
      report.phases.map((phase) => [phaseWords[phase.phase], phaseLengthWords(phase)]),
    ),
    ...section(
      'What could not be read',
      broken.map(({message}) => `- ${cell(message)}`).join('\n'),
    ),
  ].join('\n\n');
  return toHtml(`${markdown}\n`);
}
