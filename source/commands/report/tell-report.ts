import {brokenLines} from '../broken-lines.ts';
import {dateWords} from '../../handoff/time/wording.ts';
import type {Unread} from '../../services/outlook/read-outlooks.ts';
import {
  ageWords,
  dayOf,
  phaseLengthWords,
  phaseWords,
  shutWords,
  totalWords,
} from '../../services/report/report-words.ts';
import type {Report, ReportRow} from '../../services/report/make-report.ts';

/** A word of how it stands, the phase, the age and how much is settled. */
function factsOf(row: ReportRow): string {
  const {of, state} = row;
  return [state, of.phase, ageWords(row), `${of.settled}/${of.total}`].join(' · ');
}

/** What of a handoff needs somebody, a line each. */
function needsOf({of, overdue, waivers}: ReportRow, now: string): string[] {
  const {gate, drift, acceptance} = of;
  const [late] = overdue;
  const [missing] = gate?.missing ?? [];
  const [waiver] = waivers;
  return [
    ...(late
      ? [`${overdue.length} overdue: ${late.dated.text}, since ${dayOf(late.dated.due.date, now)}`]
      : []),
    ...(gate && missing ? [`${gate.title}, ${gate.missing.length} missing: ${missing.text}`] : []),
    ...(waiver ? [`Waiver ends ${dayOf(waiver.expires, now)}: ${waiver.text}`] : []),
    ...(drift && drift.changed > 0
      ? [
          `Drift, ${drift.changed} changed and ${drift.worse} of them worse: ${drift.words[0] ?? ''}`,
        ]
      : []),
    ...(acceptance ? [`Acceptance: ${acceptance}`] : []),
  ];
}

function rowLines(row: ReportRow, now: string): string[] {
  const {customer, system, id} = row.of;
  return [
    `${customer} · ${system}  <${id}>`,
    `  ${factsOf(row)}`,
    ...needsOf(row, now).map((text) => `  ${text}`),
  ];
}

/** Where all handoffs stand, what needs somebody first, in lines of so many cells. */
export function tellReport(
  report: Report,
  broken: readonly Unread[],
  cells: number | undefined,
): string {
  const {rows, phases, shutBy, now} = report;
  if (rows.length === 0 && broken.length === 0)
    return 'No handoffs yet. Start one with "handoff-wizard new --customer NAME --system NAME".';
  const width = Math.max(...Object.values(phaseWords).map(({length}) => length));
  const shut = shutBy.flatMap((one) => [
    `  ${one.mistake}: ${shutWords(one, report)}`,
    `    most often: ${one.most.text} (${one.most.handoffs})`,
  ]);
  return [
    [`${totalWords(report)} As of ${dateWords(now.slice(0, 10), '')}.`],
    ...rows.map((row) => rowLines(row, now)),
    [
      'How long each phase takes',
      ...phases.map(
        (phase) => `  ${phaseWords[phase.phase].padEnd(width)}  ${phaseLengthWords(phase)}`,
      ),
    ],
    ...(shut.length > 0 ? [['What most often shuts a gate, missing or waived', ...shut]] : []),
    ...broken.map(({message, hint}) => [message, ...(hint ? [hint] : [])]),
  ]
    .map((lines) => lines.flatMap((line) => brokenLines(line, cells)).join('\n'))
    .join('\n\n');
}
