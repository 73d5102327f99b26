import type {Handoff} from '../model/handoff.ts';
import {blockingChecks, lastCheckRun} from '../standing/check-runs.ts';
import {gateSettings} from '../model/gate-settings.ts';
import {stepWith, type Line} from '../model/place.ts';
import {isRecent} from '../time/is-recent.ts';
import {checkFact} from './check-fact.ts';
import {unproven} from './proven.ts';
import type {Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

function daysAgo(days: number): string {
  return days === 0 ? 'before today' : `more than ${days} days ago`;
}

function unchecked(handoff: Handoff, now: string): Requirement[] {
  const step = stepWith(handoff.playbook, 'checks');
  if (!step) return [];
  const {proofDays} = gateSettings(handoff);
  const missing = {mistake: 'not validated', isPast: false, place: {step: step.id}} as const;
  const run = lastCheckRun(handoff);
  if (!run)
    return [
      {...missing, id: 'checks', text: 'The checks have never been run.', fact: {checked: 2}},
    ];
  const old = isRecent(handoff, run.startedAt, proofDays, now)
    ? []
    : [
        {
          ...missing,
          id: 'checks',
          text: `The checks were last run ${daysAgo(proofDays)}.`,
          fact: {checked: 1},
        },
      ];
  const failed = blockingChecks(handoff).map((record) => ({
    ...missing,
    id: requirementId('check', record.name),
    text: `The required check "${record.name}" gave ${record.outcome}: ${record.message}`,
    fact: checkFact(record),
    place: {step: step.id, line: {kind: 'check', name: record.name} satisfies Line},
  }));
  return [...old, ...failed];
}

/**
 * Health, restart, logs and restore each worked lately, and no required check fails. A claim that
 * nobody tried is none: backups "completed" for a year have failed at the first restore.
 */
export function validationMissing(handoff: Handoff, now: string): Requirement[] {
  return [...unproven(handoff, {asOf: now, now}), ...unchecked(handoff, now)];
}

/**
 * What is handed over is what was proven: since the days that counted before the session, and with
 * nothing changed in it. A transition may last longer than a proof stays young.
 */
export function handedOverUnproven(handoff: Handoff, now: string): Requirement[] {
  return unproven(handoff, {asOf: handoff.session.startedAt ?? now, now});
}
