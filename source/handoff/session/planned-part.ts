import {agendaMinutes, stepsOf} from '../../playbook/walk.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import {stepWith} from '../model/place.ts';
import type {SessionPlan} from '../model/session-plan.ts';
import {readAgenda} from './agenda-state.ts';
import {leastMinutes} from './plan-length.ts';

/** What is kept of the plan while one part of it changes. */
export interface PlanDraft {
  /** The plan that is changed; nothing where a new one is made. */
  readonly plan: SessionPlan | undefined;
  /** The blocks that the session is about. */
  readonly blocks: readonly Item[];
  /** The length in minutes of a plan that says none yet. */
  readonly minutes: number;
}

/** A second part needs its own length: what is left to cover, and no less than the gates allow. */
export function nextPartDraft(
  {playbook}: Pick<Handoff, 'playbook'>,
  uncovered: readonly Item[],
): PlanDraft {
  const blocks = stepsOf(playbook)
    .filter(({step}) => step.screen === 'agenda')
    .flatMap(({step}) => step.items)
    .filter((block) => [block, ...block.children].some((item) => uncovered.includes(item)));
  return {plan: undefined, blocks, minutes: leastMinutes(blocks, playbook.gates?.sessionMinutes)};
}

/** The part of the session that can still be planned: the first, or the one after what has begun. */
export function plannedPart(
  handoff: Handoff,
  now: string,
): {
  readonly draft: PlanDraft;
  /** Counted from 1. */
  readonly part: number;
} {
  const step = stepWith(handoff.playbook, 'agenda');
  const least = handoff.playbook.gates?.sessionMinutes;
  if (!step)
    return {draft: {plan: handoff.plan, blocks: [], minutes: leastMinutes([], least)}, part: 1};
  if (handoff.session.startedAt) {
    const {nextPlan, uncovered, part} = readAgenda(handoff, step, now);
    return {draft: {...nextPartDraft(handoff, uncovered), plan: nextPlan}, part: part + 1};
  }
  const minutes = Math.max(agendaMinutes(step).max, leastMinutes(step.items, least));
  return {draft: {plan: handoff.plan, blocks: step.items, minutes}, part: 1};
}
