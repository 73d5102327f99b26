import {gateWords} from './report-words.ts';
import type {Report, ReportRow} from './make-report.ts';

/** What a spreadsheet would take for a formula (OWASP, CSV injection). */
const formula = /^[\s]*[=+\-@\t\r＝＋－＠]/u;

/** A field of RFC 4180: quoted where it has to be, and never a formula. */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns: readonly (readonly [string, (row: ReportRow) => string | number])[] = [
  ['handoff', ({of}) => of.id],
  ['customer', ({of}) => of.customer],
  ['system', ({of}) => of.system],
  ['lead', ({of}) => of.lead],
  ['state', ({state}) => state],
  ['phase', ({of}) => of.phase],
  ['age_days', ({ageDays}) => ageDays],
  ['settled', ({of}) => of.settled],
  ['total', ({of}) => of.total],
  ['overdue', ({overdue}) => overdue.length],
  ['overdue_since', ({overdue}) => overdue[0]?.dated.due.date ?? ''],
  ['due_ahead', ({ahead}) => ahead.length],
  ['gate', ({of}) => of.gate?.name ?? ''],
  ['gate_state', gateWords],
  ['gate_first_missing', ({of}) => of.gate?.missing[0]?.text ?? ''],
  ['waivers_ending', ({waivers}) => waivers.length],
  ['first_waiver_ends', ({waivers}) => waivers[0]?.expires ?? ''],
  ['drift_changed', ({of}) => of.drift?.changed ?? ''],
  ['drift_worse', ({of}) => of.drift?.worse ?? ''],
  ['acceptance', ({of}) => of.acceptance ?? ''],
  ['signed_off', ({of}) => (of.isSignedOff ? 'yes' : 'no')],
  ['changed_since_acceptance', ({of}) => of.changedSince],
  ['created_at', ({of}) => of.createdAt],
  ['updated_at', ({of}) => of.updatedAt],
];

/** A line for each handoff, with a line of names above them (RFC 4180). */
export function reportCsv({rows}: Report): string {
  const lines = [
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, read]) => csvField(read(row)))),
  ];
  return lines.map((fields) => `${fields.join(',')}\r\n`).join('');
}
