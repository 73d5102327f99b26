import {stepsOf} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {
  blockingChecks,
  currentPhase,
  isSettled,
  isSignedOff,
  lastCheckRun,
} from '../items/progress.ts';
import {workItems} from '../items/items.ts';
import {duties} from './duties.ts';
import {dueWords} from '../time/wording.ts';

/** One thing in the way, with the place where it is settled. */
export interface Blocker {
  readonly step: string;
  readonly item?: string;
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
    .map(({step, item, text, due}) => ({
      step: step ?? '',
      ...(item === undefined ? {} : {item}),
      text,
      why: dueWords(due, handoff.timeZone, now),
      isUrgent: true,
    }));
  const listed = new Set(overdue.flatMap(({item}) => item ?? []));
  const open = (phase?.steps ?? []).flatMap((step) =>
    workItems(step)
      .filter((item) => !isSettled(handoff, item) && !listed.has(item.id))
      .map((item) => ({
        step: step.id,
        item: item.id,
        text: item.text,
        why: `open in ${step.title}`,
        isUrgent: false,
      })),
  );
  return [...checkBlockers(handoff), ...overdue, ...open];
}

function checkBlockers(handoff: Handoff): Blocker[] {
  const step = stepsOf(handoff.playbook).find((place) => place.step.screen === 'checks')?.step;
  if (!step) return [];
  if (!lastCheckRun(handoff)) {
    return [{step: step.id, text: 'Run the checks', why: 'never run', isUrgent: true}];
  }
  return blockingChecks(handoff).map(({name, outcome, message}) => ({
    step: step.id,
    item: `check ${name}`,
    text: `Check "${name}"`,
    why: `${outcome}: ${message}`,
    isUrgent: true,
  }));
}
