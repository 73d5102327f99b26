import {
  allWorkReadBy,
  dueItemsReadBy,
  openItemsReadBy,
} from '../../../handoff/audience/readable.ts';
import type {OpenItem} from '../../../handoff/items/progress.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {Audience} from '../../../playbook/playbook.ts';
import type {Reading} from '../reading.ts';
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

function doneItems(handoff: Handoff, audience: Audience): DoneData[] {
  return allWorkReadBy(handoff, audience)
    .flatMap(({step, item}) => {
      const {status, settledAt, settledBy} = itemStanding(handoff, item.id);
      if (status !== 'done' || !settledAt) return [];
      return [{step: step.title, text: item.text, at: settledAt, by: settledBy ?? null}];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function planData(handoff: Handoff, {audience, now}: Reading): PlanData {
  return {
    open: openItemsReadBy(handoff, audience).map((open) => toOpen(handoff, now, open)),
    dated: dueItemsReadBy(handoff, audience, now).flatMap((item) => {
      const open = toOpen(handoff, now, item);
      return open.due ? [{...open, due: open.due}] : [];
    }),
    done: doneItems(handoff, audience),
  };
}
