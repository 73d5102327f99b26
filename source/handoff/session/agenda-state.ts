import type {Item, Step} from '../../playbook/playbook.ts';
import {agendaMinutes} from '../../playbook/walk.ts';
import {floorsOf, movedBudgets, planBudgets, reserve} from './agenda-budget.ts';
import {workItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';
import {isSettled} from '../items/progress.ts';
import {itemState} from '../model/item-state.ts';
import {readClock, sessionTime, timeInBlock, type SessionClock} from './session-clock.ts';
import type {SessionPlan} from '../model/session-plan.ts';

const minute = 60_000;

/** One agenda block of the part of the session that runs, or comes next. */
export interface BlockState {
  readonly item: Item;
  /** Minutes, all whole: what it has now, and what nobody may take from it. */
  readonly minutes: number;
  readonly floor: number;
  /** Minutes that it can give away before it begins: all but its floor. */
  readonly canGive: number;
  /** Milliseconds in this part of the session; `left` is below zero when it runs over. */
  readonly spent: number;
  readonly left: number;
  readonly state: 'coming' | 'running' | 'past';
}

/** Where a session stands against its plan, at one moment. */
export interface AgendaState {
  readonly clock: SessionClock;
  /** Counted from 1; the next one before anything has started. */
  readonly part: number;
  /** Minutes of this part by its plan. */
  readonly total: number;
  readonly blocks: readonly BlockState[];
  /** Minutes of the plan that belong to no block. */
  readonly reserve: number;
  /** Milliseconds of this part, pauses left out. */
  readonly elapsed: number;
  readonly left: number;
  /** Milliseconds by which it will end late, by what the blocks still have; below zero: early. */
  readonly behind: number;
  /** When it will end if every block takes its time, and the reserve its own; ISO 8601. */
  readonly projectedEnd: string;
  readonly uncovered: readonly Item[];
  /** Blocks that had less than the time they take at the least; a further part makes it up. */
  readonly short: readonly Item[];
  /** A plan made since this part began: it is for the part after it. */
  readonly nextPlan?: SessionPlan;
}

/** The plan that a part of the session runs by; `index` counts from 0. */
function planOf(handoff: Handoff, index: number): SessionPlan | undefined {
  const {parts} = handoff.session;
  const part = parts[index];
  if (!part) return handoff.plan;
  const before = parts[index - 1]?.plan?.sequence ?? -1;
  return part.plan && part.plan.sequence > before ? part.plan : undefined;
}

/** Blocks that had less than their time before an instant, or until now. */
function shortBlocks({session}: Handoff, step: Step, now: string, since?: string): Item[] {
  return step.items.filter(({id, minutes}) => {
    const later = since === undefined ? 0 : timeInBlock(session, id, now, since);
    return (minutes?.min ?? 0) * minute > timeInBlock(session, id, now) - later;
  });
}

/** Blocks that a later part is about: with topics uncovered when it began, or too little time. */
function blocksOf(
  handoff: Handoff,
  step: Step,
  {
    since,
    index,
    now,
  }: {readonly since: string | undefined; readonly index: number; readonly now: string},
): Item[] {
  if (index === 0) return [...step.items];
  const short = shortBlocks(handoff, step, now, since);
  const works = workItems(handoff, step);
  return step.items.filter(
    (block) =>
      short.includes(block) ||
      [block, ...block.children]
        .filter((item) => works.includes(item))
        .some((item) => {
          const {settledAt = ''} = itemState(handoff, item.id);
          return !isSettled(handoff, item) || (since !== undefined && settledAt >= since);
        }),
  );
}

/** The length of a part without a plan of its own. */
function usualMinutes(step: Step, blocks: readonly Item[], index: number): number {
  return index === 0 ? agendaMinutes(step).max : floorsOf(blocks);
}

/** Reads an agenda step at an instant. Pure; `now` is ISO 8601. */
export function readAgenda(handoff: Handoff, step: Step, now: string): AgendaState {
  const {session} = handoff;
  const clock = readClock(session, now);
  const index = Math.max(0, session.parts.length - 1);
  const part = session.parts[index];
  const since = part?.startedAt;
  const items = blocksOf(handoff, step, {since, index, now});
  const total = planOf(handoff, index)?.minutes ?? usualMinutes(step, items, index);
  const moves = session.timeMoves.filter(({at}) => since === undefined || at >= since);
  const budgets = movedBudgets(planBudgets(items, total), moves);
  const entered = new Set(
    session.blocks
      .filter(({startedAt}) => since !== undefined && startedAt >= since)
      .map(({block}) => block),
  );
  const isOpen = clock.state === 'running' || clock.state === 'paused';
  const blocks = items.map((item): BlockState => {
    const budget = budgets.find(({block}) => block === item.id);
    const minutes = budget?.minutes ?? 0;
    const floor = budget?.floor ?? 0;
    // What was set right is said of the session as a whole, and so of its only part.
    const from = index === 0 ? '' : since;
    const spent = since === undefined ? 0 : timeInBlock(session, item.id, now, from);
    const state =
      isOpen && clock.block === item.id ? 'running' : entered.has(item.id) ? 'past' : 'coming';
    return {
      item,
      minutes,
      floor,
      canGive: state === 'coming' ? Math.max(0, minutes - floor) : 0,
      spent,
      left: minutes * minute - Math.floor(spent / 1000) * 1000,
      state,
    };
  });
  const elapsed = since === undefined ? 0 : sessionTime(session, since, part?.endedAt ?? now);
  const toCome = blocks
    .filter(({state}) => state !== 'past')
    .reduce((sum, {left}) => sum + Math.max(0, left), 0);
  const spare = budgets.find(({block}) => block === reserve)?.minutes ?? 0;
  const nextPlan =
    part && handoff.plan && handoff.plan.sequence > (part.plan?.sequence ?? -1)
      ? handoff.plan
      : undefined;
  return {
    clock,
    part: index + 1,
    total,
    blocks,
    reserve: spare,
    elapsed,
    left: total * minute - Math.floor(elapsed / 1000) * 1000,
    behind: elapsed + toCome + spare * minute - total * minute,
    projectedEnd: new Date(Date.parse(now) + toCome + spare * minute).toISOString(),
    uncovered: workItems(handoff, step).filter((item) => !isSettled(handoff, item)),
    short: shortBlocks(handoff, step, now),
    ...(nextPlan ? {nextPlan} : {}),
  };
}
