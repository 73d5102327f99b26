import {allItems} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {blockingChecks, lastCheckRun} from '../standing/check-runs.ts';
import {isOfTheseCommands, lastProof} from '../registers/proofs.ts';
import {recordsFor} from '../registers/records.ts';
import {gateSettings} from '../model/gate-settings.ts';
import {itemPlace, stepWith, type Line} from '../model/place.ts';
import {applies, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const day = 86_400_000;

function isRecent(instant: string, days: number, now: string): boolean {
  return Date.parse(now) - Date.parse(instant) <= days * day;
}

/** Whether a runbook of the item, or a check that proves it, worked within the days that count. */
function isProven(handoff: Handoff, item: string, now: string): boolean {
  const {proofDays} = gateSettings(handoff);
  const byRunbook = recordsFor(handoff, item).some((record) => {
    const proof = lastProof(handoff, record.id);
    // What was changed since has not been tried.
    return (
      proof?.isMet === true &&
      isOfTheseCommands(proof, record) &&
      isRecent(proof.at, proofDays, now)
    );
  });
  const byCheck = (lastCheckRun(handoff)?.results ?? []).some(
    ({proves, outcome, startedAt}) =>
      proves === item &&
      (outcome === 'pass' || outcome === 'warn') &&
      isRecent(startedAt, proofDays, now),
  );
  return byRunbook || byCheck;
}

function unproven(handoff: Handoff, now: string): Requirement[] {
  const {prove, proofDays} = gateSettings(handoff);
  return allItems(handoff.playbook)
    .filter(({item}) => prove.includes(item.id) && applies(handoff, item))
    .filter(({item}) => !isProven(handoff, item.id, now))
    .map(({step, item}) => ({
      id: requirementId('proven', item.id),
      mistake: 'not validated',
      text: `"${item.text}" has not been proven on the system in the last ${proofDays} days: run its runbook, or a check that proves it.`,
      place: itemPlace(step, item),
    }));
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
