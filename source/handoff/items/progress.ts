import type {Item, Phase, Step} from '../../playbook/playbook.ts';
import {onceForEach} from '../../playbook/once-for-each.ts';
import {workItems} from './items.ts';
import {stepsOf} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemStanding} from '../standing/item-standing.ts';
import {dueOf} from './due-of.ts';
import {dueSortKey, isOverdue, type Due} from '../time/schedule.ts';

export interface Progress {
  readonly settled: number;
  readonly total: number;
}

export function isSettled(handoff: Handoff, item: Item): boolean {
  return itemStanding(handoff, item.id).status !== 'open';
}

/** How many of some items are settled. */
export function progressOfItems(handoff: Handoff, items: readonly Item[]): Progress {
  let settled = 0;
  for (const item of items) if (isSettled(handoff, item)) settled += 1;
  return {settled, total: items.length};
}

const progressBySteps = onceForEach((_: Handoff) => new Map<Step, Progress>());

export function stepProgress(handoff: Handoff, step: Step): Progress {
  const known = progressBySteps(handoff);
  const progress = known.get(step) ?? progressOfItems(handoff, workItems(handoff, step));
  known.set(step, progress);
  return progress;
}

function progressOfSteps(handoff: Handoff, steps: readonly Step[]): Progress {
  const each = steps.map((step) => stepProgress(handoff, step));
  return {
    settled: each.reduce((sum, {settled}) => sum + settled, 0),
    total: each.reduce((sum, {total}) => sum + total, 0),
  };
}

export function phaseProgress(handoff: Handoff, {steps}: Phase): Progress {
  return progressOfSteps(handoff, steps);
}

export function handoffProgress(handoff: Handoff): Progress {
  return progressOfSteps(
    handoff,
    stepsOf(handoff.playbook).map(({step}) => step),
  );
}

export function isComplete({settled, total}: Progress): boolean {
  return settled === total;
}

/**
 * Where the handoff stands. A session that has started or ended decides; before that, the first
 * phase with open work.
 */
export function currentPhase(handoff: Handoff): Phase | undefined {
  const {phases} = handoff.playbook;
  const {startedAt, endedAt} = handoff.session;
  const kind = endedAt ? 'post-handoff' : startedAt ? 'session' : undefined;
  return (
    phases.find((phase) => phase.kind === kind) ??
    phases.find((phase) => !isComplete(phaseProgress(handoff, phase))) ??
    phases.at(-1)
  );
}

export interface OpenItem {
  readonly phase: Phase;
  readonly step: Step;
  readonly item: Item;
}

/** Open work in reading order, the current phase first. */
export const openItems = onceForEach((handoff: Handoff): readonly OpenItem[] => {
  const current = currentPhase(handoff);
  const first: OpenItem[] = [];
  const others: OpenItem[] = [];
  for (const phase of handoff.playbook.phases)
    for (const step of phase.steps)
      for (const item of workItems(handoff, step))
        if (!isSettled(handoff, item))
          (phase === current ? first : others).push({phase, step, item});
  return [...first, ...others];
});

export interface DueItem extends OpenItem {
  readonly due: Due;
  readonly isOverdue: boolean;
}

const withDue = onceForEach((handoff: Handoff): readonly Omit<DueItem, 'isOverdue'>[] => {
  const found = openItems(handoff).flatMap((open) => {
    const due = dueOf(handoff, open.item);
    return due ? [{...open, due}] : [];
  });
  return found.toSorted((a, b) => (dueSortKey(a.due) < dueSortKey(b.due) ? -1 : 1));
});

/** Open items with a due date, soonest first. `now` is an ISO 8601 instant. */
export function dueItems(handoff: Handoff, now: string): readonly DueItem[] {
  return withDue(handoff).map((item) => ({
    ...item,
    isOverdue: isOverdue(item.due, handoff.timeZone, now),
  }));
}
