import {workItems} from '../../../handoff/items/items.ts';
import {dueItems, openItems, type OpenItem} from '../../../handoff/items/progress.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {stepsOf} from '../../../playbook/walk.ts';
import {itemDue, type DueData} from '../standing/work-data.ts';

/** An open item on its own, away from its step. */
export interface OpenData {
  readonly phase: string;
  readonly step: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due: DueData | null;
}

export interface DoneData {
  readonly step: string;
  readonly text: string;
  readonly at: string;
  readonly by: string | null;
}

/** What is left and what is finished, in the orders a reader asks for. */
export interface PlanData {
  /** Open items in reading order, the current phase first. */
  readonly open: readonly OpenData[];
  /** Open items with a date, soonest first. */
  readonly dated: readonly (OpenData & {readonly due: DueData})[];
  /** Items done since the handoff was created, newest first. */
  readonly done: readonly DoneData[];
}

function toOpen(handoff: Handoff, now: string, {phase, step, item}: OpenItem): OpenData {
  return {
    phase: phase.title,
    step: step.title,
    text: item.text,
    owner: itemStanding(handoff, item.id).owner || null,
    due: itemDue({handoff, now}, item),
  };
}

function doneItems(handoff: Handoff): DoneData[] {
  return stepsOf(handoff.playbook)
    .flatMap(({step}) =>
      workItems(step).flatMap((item) => {
        const {status, settledAt, settledBy} = itemStanding(handoff, item.id);
        if (status !== 'done' || !settledAt) return [];
        return [{step: step.title, text: item.text, at: settledAt, by: settledBy ?? null}];
      }),
    )
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** `now` is an ISO 8601 instant. */
export function planData(handoff: Handoff, now: string): PlanData {
  return {
    open: openItems(handoff).map((open) => toOpen(handoff, now, open)),
    dated: dueItems(handoff, now).flatMap((item) => {
      const open = toOpen(handoff, now, item);
      return open.due ? [{...open, due: open.due}] : [];
    }),
    done: doneItems(handoff),
  };
}
