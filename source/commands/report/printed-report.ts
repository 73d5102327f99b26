import type {DueEntry} from '../../services/outlook/due-entries.ts';
import type {Unread} from '../../services/outlook/read-outlooks.ts';
import {fewest, type Report, type ReportRow} from '../../services/report/make-report.ts';

function printedDate({dated: {kind, id, text, owner, due}}: DueEntry) {
  return {kind, id, text, ...(owner ? {owner} : {}), ...due};
}

function printedRow({of, state, ageDays, overdue, ahead, waivers}: ReportRow) {
  const {id, customer, system, lead, phase, settled, total, isSignedOff, changedSince} = of;
  const {acceptance, gate, drift, took, createdAt, updatedAt} = of;
  return {
    handoff: id,
    customer,
    system,
    lead,
    state,
    phase,
    ageDays,
    settled,
    total,
    overdue: overdue.map(printedDate),
    ahead: ahead.map(printedDate),
    gate: gate
      ? {
          name: gate.name,
          state: gate.missing.length > 0 ? 'shut' : 'open',
          missing: gate.missing,
          waived: gate.waived,
        }
      : null,
    waiversEnding: waivers,
    drift: drift ?? null,
    acceptance: acceptance ?? null,
    isSignedOff,
    changedSince,
    took,
    createdAt,
    updatedAt,
  };
}

/** The report as `report --json` prints it. */
export function printedReport(report: Report, broken: readonly Unread[]) {
  return {
    asOf: report.now,
    days: report.days,
    handoffs: report.rows.map(printedRow),
    phases: report.phases.map((phase) => ({...phase, isFew: phase.count < fewest})),
    shutBy: report.shutBy,
    broken,
  };
}
