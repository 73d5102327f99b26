import {escapeInline} from '../../documents/markdown/escape-inline.ts';
import {cleanLine} from '../../documents/markdown/clean-text.ts';
import {toHtml} from '../../documents/html/to-html.ts';
import {timeWords as momentWords} from '../../documents/words/times.ts';
import type {Unread} from '../outlook/read-outlooks.ts';
import {
  ageWords,
  dayOf,
  driftWords,
  gateWords,
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

function standing({rows}: Report): string {
  if (rows.length === 0) return 'There is no handoff.';
  return table(
    [
      'Handoff',
      'State',
      'Phase',
      'Age',
      'Settled',
      'Overdue',
      'Next gate',
      'Drift',
      'Acceptance',
      'Lead',
    ],
    rows.map((row) => {
      const {of, state, overdue} = row;
      return [
        nameOf(row),
        state,
        cell(of.phase),
        ageWords(row),
        `${of.settled}/${of.total}`,
        // On a narrow page an empty cell takes no line.
        overdue.length === 0 ? '' : String(overdue.length),
        gateWords(row),
        driftWords(row),
        escapeInline(cleanLine(of.acceptance ?? '')),
        cell(of.lead),
      ];
    }),
  );
}

function dates(report: Report, which: 'overdue' | 'ahead'): string {
  const entries = report.rows.flatMap((row) => row[which].map((entry) => ({row, entry})));
  if (entries.length === 0) return '';
  return table(
    ['Day', 'What', 'Handoff', 'Owner'],
    entries
      .toSorted((a, b) => (a.entry.dated.due.date < b.entry.dated.due.date ? -1 : 1))
      .map(({row, entry: {dated}}) => [
        dayOf(dated.due.date, report.now),
        cell(dated.text),
        nameOf(row),
        cell(dated.owner ?? ''),
      ]),
  );
}

/** As many of what is missing as stand below one handoff. */
const shown = 5;

function gates({rows}: Report): string {
  return rows
    .flatMap((row) => {
      const {gate} = row.of;
      if (!gate || gate.missing.length === 0) return [];
      const rest = gate.missing.length - shown;
      return [
        `### ${nameOf(row)}\n\n${gate.title}, ${gate.missing.length} missing:\n\n${gate.missing
          .slice(0, shown)
          .map(({text}) => `- ${cell(text)}`)
          .join('\n')}${rest > 0 ? `\n- and ${rest} more` : ''}`,
      ];
    })
    .join('\n\n');
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
  return rows
    .flatMap((row) => {
      const {drift} = row.of;
      if (!drift || drift.changed === 0) return [];
      const rest = drift.changed - drift.words.length;
      return [
        `### ${nameOf(row)}\n\n${dayOf(drift.before.slice(0, 10), now)} against ${dayOf(drift.after.slice(0, 10), now)}:\n\n${drift.words
          .map((text) => `- ${cell(text)}`)
          .join('\n')}${rest > 0 ? `\n- and ${rest} more` : ''}`,
      ];
    })
    .join('\n\n');
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
