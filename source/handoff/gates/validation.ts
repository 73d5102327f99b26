import type {Handoff} from '../model/handoff.ts';
import {blockingChecks, lastCheckRun} from '../standing/check-runs.ts';
import {gateSettings} from '../model/gate-settings.ts';
import {stepWith, type Line} from '../model/place.ts';
import {unproven} from './proven.ts';
import type {Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const day = 86_400_000;

function isRecent(instant: string, days: number, now: string): boolean {
  return Date.parse(now) - Date.parse(instant) <= days * day;
}

function unchecked(handoff: Handoff, now: string): Requirement[] {
  const step = stepWith(handoff.playbook, 'checks');
  if (!step) return [];
  const {proofDays} = gateSettings(handoff);
  const missing = {mistake: 'not validated', place: {step: step.id}} as const;
  const run = lastCheckRun(handoff);
  if (!run) return [{...missing, id: 'checks', text: 'The checks have never been run.'}];
  const old = isRecent(run.startedAt, proofDays, now)
    ? []
    : [
        {
          ...missing,
          id: 'checks',
          text: `The checks were last run more than ${proofDays} days ago.`,
        },
      ];
  const failed = blockingChecks(handoff).map(({name, outcome, message}) => ({
    ...missing,
    id: requirementId('check', name),
    text: `The required check "${name}" gave ${outcome}: ${message}`,
    place: {step: step.id, line: {kind: 'check', name} satisfies Line},
  }));
  return [...old, ...failed];
}

/**
 * Health, restart, logs and restore each worked lately, and no required check fails. A claim that
 * nobody tried is none: backups "completed" for a year have failed at the first restore.
 */
export function validationMissing(handoff: Handoff, now: string): Requirement[] {
  return [...unproven(handoff, now), ...unchecked(handoff, now)];
}
