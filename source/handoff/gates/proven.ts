import type {Item} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {itemPlace} from '../model/place.ts';
import {restoringRunbooks, usualPurpose} from '../registers/purposes.ts';
import {recordsFor} from '../registers/records.ts';
import {checkStandings, isGreen} from '../standing/of-checks/check-standing.ts';
import {isKnownToWork, proofStanding, type ProofStanding} from '../standing/proof-standing.ts';
import {hasBeenRecently} from '../time/is-recent.ts';
import {applies, isAbsent, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

/** What is proven now, or was when the system was handed over at `asOf`. */
interface Moment {
  readonly asOf: string;
  readonly now: string;
}

/** Whether an item speaks of a restore, which nothing else proves. */
function isOfRestore(handoff: Handoff, {id}: Item): boolean {
  return usualPurpose(id) === 'restore' || restoringRunbooks(handoff, id).length > 0;
}

function isProvenByCheck(handoff: Handoff, item: Item, at: Moment): boolean {
  const {proofDays} = gateSettings(handoff);
  return checkStandings(handoff, at.now).some(
    (standing) =>
      standing.proves === item.id &&
      (isGreen(standing) ||
        (standing.state === 'old' &&
          standing.since !== undefined &&
          hasBeenRecently(handoff, standing.since, proofDays, at))),
  );
}

function runbooksOf(handoff: Handoff, item: Item): readonly HandoffRecord[] {
  return isOfRestore(handoff, item)
    ? restoringRunbooks(handoff, item.id)
    : recordsFor(handoff, item.id).filter(({register}) => register === 'runbooks');
}

/** A proof grows old in a long transition; what counts is that it was young at the handing over. */
function didWork(handoff: Handoff, {state, since}: ProofStanding, at: Moment): boolean {
  if (isKnownToWork({state})) return true;
  const {proofDays} = gateSettings(handoff);
  return state === 'old' && since !== undefined && hasBeenRecently(handoff, since, proofDays, at);
}

/** Whether a runbook of the item, or a check that proves it, worked within the days that count. */
function isProven(handoff: Handoff, item: Item, at: Moment): boolean {
  const stand = (row: HandoffRecord) => proofStanding(handoff, row, at.now);
  if (runbooksOf(handoff, item).some((row) => didWork(handoff, stand(row), at))) return true;
  return !isOfRestore(handoff, item) && isProvenByCheck(handoff, item, at);
}

const distances: Readonly<Record<ProofStanding['state'], number>> = {
  proven: 0,
  attested: 0,
  old: 1,
  never: 2,
  'changed since': 2,
  'not proven': 3,
  failed: 3,
};

/** How far an item is from being proven. */
function distance(handoff: Handoff, item: Item, now: string): number {
  const all = runbooksOf(handoff, item).map(
    (row) => distances[proofStanding(handoff, row, now).state],
  );
  return Math.min(...(all.length > 0 ? all : [distances.never]));
}

function missingWords(handoff: Handoff, item: Item, {asOf, now}: Moment): string {
  const {proofDays} = gateSettings(handoff);
  const days = proofDays === 0 ? 'today' : `in the last ${proofDays} days`;
  const what =
    asOf === now
      ? `"${item.text}" has not been proven on the system ${days}`
      : `"${item.text}" is not proven as it is handed over, or was changed since`;
  const [runbook, ...others] = restoringRunbooks(handoff, item.id);
  if (!isOfRestore(handoff, item)) return `${what}: run its runbook, or a check that proves it.`;
  const toDo =
    runbook === undefined && recordsFor(handoff, item.id).length > 0
      ? 'say with the purpose of its runbooks which one restores, and run that'
      : others.length > 0
        ? 'run a runbook that restores'
        : 'run the runbook that restores';
  return `${what}: ${toDo}.`;
}

/** The items that the playbook wants proven, and that nothing proves now. */
export function unproven(handoff: Handoff, at: Moment): Requirement[] {
  const {prove} = gateSettings(handoff);
  const wanted = allItems(handoff.playbook).filter(({item}) => prove.includes(item.id));
  const left = wanted.filter(({item}) => applies(handoff, item));
  const [first] = wanted;
  // All of none is not all.
  if (first && left.length === 0)
    return [
      {
        id: requirementId('proven', 'none'),
        mistake: 'not validated',
        text: 'Nothing is proven: all that has to be proven is said not to apply.',
        fact: isAbsent,
        isPast: false,
        place: itemPlace(first.step, first.item),
      },
    ];
  return left
    .filter(({item}) => !isProven(handoff, item, at))
    .map(({step, item}) => ({
      id: requirementId('proven', item.id),
      mistake: 'not validated',
      text: missingWords(handoff, item, at),
      fact: {proven: distance(handoff, item, at.now)},
      isPast: false,
      place: itemPlace(step, item),
    }));
}
