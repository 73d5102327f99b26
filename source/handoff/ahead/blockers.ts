import type {Handoff} from '../model/handoff.ts';
import {checksInTheWay} from '../gates/check-waiver.ts';
import {currentPhase, isSettled} from '../items/progress.ts';
import {checkFacts} from '../standing/of-checks/check-facts.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {itemPlace, stepWith, type Place} from '../model/place.ts';
import {workItems} from '../items/items.ts';
import {duties} from './duties.ts';
import {dueWords} from '../time/wording.ts';

/** One thing in the way. */
export interface Blocker {
  /** Where it is settled; absent for an open point that the playbook has no step for. */
  readonly place?: Place;
  readonly text: string;
  /** Why it is in the way, in a few words. */
  readonly why: string;
  readonly isUrgent: boolean;
}

/** What stands between now and the end of the current phase, the most urgent first. */
export function blockers(handoff: Handoff, now: string): Blocker[] {
  if (isSignedOff(handoff)) return [];
  const phase = currentPhase(handoff);
  const overdue = duties(handoff, now)
    .filter((duty) => duty.isOverdue)
    .map(({place, text, due}) => ({
      ...(place ? {place} : {}),
      text,
      why: dueWords(due, handoff.timeZone, now),
      isUrgent: true,
    }));
  const listed = new Set(
    overdue.flatMap(({place}) => (place?.line?.kind === 'item' ? place.line.id : [])),
  );
  const open = (phase?.steps ?? []).flatMap((step) =>
    workItems(handoff, step)
      .filter((item) => !isSettled(handoff, item) && !listed.has(item.id))
      .map((item) => ({
        place: itemPlace(step, item),
        text: item.text,
        why: `open in ${step.title}`,
        isUrgent: false,
      })),
  );
  return [...checkBlockers(handoff, now), ...overdue, ...open];
}

function checkBlockers(handoff: Handoff, now: string): Blocker[] {
  const step = stepWith(handoff.playbook, 'checks');
  if (!step) return [];
  if (!checkFacts(handoff).lastRun)
    return [{place: {step: step.id}, text: 'Run the checks', why: 'never run', isUrgent: true}];
  // Somebody lives with what was waived, and the gate has it among its waivers.
  return checksInTheWay(handoff, now).map(({name, record, why = ''}) => ({
    place: {step: step.id, line: {kind: 'check', name}},
    text: `Check "${name}"`,
    why: why === record?.message ? `${record.outcome}: ${why}` : why,
    isUrgent: true,
  }));
}
