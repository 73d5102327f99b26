import {stepWith} from '../../../handoff/model/place.ts';
import type {SessionPlan} from '../../../handoff/model/session-plan.ts';
import {readAgenda} from '../../../handoff/session/agenda-state.ts';
import {leastMinutes} from '../../../handoff/session/plan-length.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {agendaMinutes, stepsOf} from '../../../playbook/walk.ts';
import type {View} from '../../view.ts';

/** What is kept of the plan while one line of it changes. */
export interface PlanDraft {
  /** The plan that is changed; nothing where a new one is made. */
  readonly plan: SessionPlan | undefined;
  /** The blocks that the session is about. */
  readonly blocks: readonly Item[];
  /** The length in minutes of a plan that says none yet. */
  readonly minutes: number;
}

/** A second part needs its own length: what is left to cover, and no less than the gates allow. */
export function nextPartDraft({handoff}: View, uncovered: readonly Item[]): PlanDraft {
  const blocks = stepsOf(handoff.playbook)
    .filter(({step}) => step.screen === 'agenda')
    .flatMap(({step}) => step.items)
    .filter((block) => [block, ...block.children].some((item) => uncovered.includes(item)));
  const least = handoff.playbook.gates?.sessionMinutes;
  return {plan: undefined, blocks, minutes: leastMinutes(blocks, least)};
}

/** The part of the session that can still be planned: the first, or the one after what has begun. */
export function plannedPart(view: View): {
  readonly draft: PlanDraft;
  /** Counted from 1. */
  readonly part: number;
} {
  const {handoff} = view;
  const step = stepWith(handoff.playbook, 'agenda');
  const least = handoff.playbook.gates?.sessionMinutes;
  if (!step)
    return {draft: {plan: handoff.plan, blocks: [], minutes: leastMinutes([], least)}, part: 1};
  if (handoff.session.startedAt) {
    const {nextPlan, uncovered, part} = readAgenda(handoff, step, view.now());
    return {draft: {...nextPartDraft(view, uncovered), plan: nextPlan}, part: part + 1};
  }
  const minutes = Math.max(agendaMinutes(step).max, leastMinutes(step.items, least));
  return {draft: {plan: handoff.plan, blocks: step.items, minutes}, part: 1};
}
