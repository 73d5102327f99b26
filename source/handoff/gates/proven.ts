import type {Item} from '../../playbook/model.ts';
import {allItems} from '../../playbook/walk.ts';
import {lastCheckRun} from '../standing/check-runs.ts';
import {gateSettings} from '../model/gate-settings.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemPlace} from '../model/place.ts';
import {restoringRunbooks, usualPurpose} from '../registers/purposes.ts';
import {recordsFor} from '../registers/records.ts';
import {isKnownToWork, proofStanding} from '../standing/proof-standing.ts';
import {applies, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const day = 86_400_000;

/** Whether an instant lies at most so many days behind; what lies ahead is not recent. */
function isRecent(instant: string, days: number, now: string): boolean {
  const age = Date.parse(now) - Date.parse(instant);
  return age >= 0 && age <= days * day;
}

/** Whether an item speaks of a restore, which nothing else proves. */
function isOfRestore(handoff: Handoff, {id}: Item): boolean {
  return usualPurpose(id) === 'restore' || restoringRunbooks(handoff, id).length > 0;
}

function isProvenByCheck(handoff: Handoff, item: Item, now: string): boolean {
  const {proofDays} = gateSettings(handoff);
  return (lastCheckRun(handoff)?.results ?? []).some(
    ({proves, outcome, startedAt}) =>
      proves === item.id &&
      (outcome === 'pass' || outcome === 'warn') &&
      isRecent(startedAt, proofDays, now),
  );
}

/** Whether a runbook of the item, or a check that proves it, worked within the days that count. */
function isProven(handoff: Handoff, item: Item, now: string): boolean {
  const isRestore = isOfRestore(handoff, item);
  const runbooks = isRestore
    ? restoringRunbooks(handoff, item.id)
    : recordsFor(handoff, item.id).filter(({register}) => register === 'runbooks');
  if (runbooks.some((row) => isKnownToWork(proofStanding(handoff, row, now)))) return true;
  return !isRestore && isProvenByCheck(handoff, item, now);
}

function missingWords(handoff: Handoff, item: Item): string {
  const {proofDays} = gateSettings(handoff);
  const [runbook, ...others] = restoringRunbooks(handoff, item.id);
  if (!isOfRestore(handoff, item))
    return `"${item.text}" has not been proven on the system in the last ${proofDays} days: run its runbook, or a check that proves it.`;
  const toDo =
    runbook === undefined && recordsFor(handoff, item.id).length > 0
      ? 'say with the purpose of its runbooks which one restores, and run that'
      : others.length > 0
        ? 'run a runbook that restores'
        : 'run the runbook that restores';
  return `"${item.text}" has not been proven on the system in the last ${proofDays} days: ${toDo}.`;
}

/** The items that the playbook wants proven, and that nothing proves now. */
export function unproven(handoff: Handoff, now: string): Requirement[] {
  const {prove} = gateSettings(handoff);
  return allItems(handoff.playbook)
    .filter(({item}) => prove.includes(item.id) && applies(handoff, item))
    .filter(({item}) => !isProven(handoff, item, now))
    .map(({step, item}) => ({
      id: requirementId('proven', item.id),
      mistake: 'not validated',
      text: missingWords(handoff, item),
      place: itemPlace(step, item),
    }));
}
