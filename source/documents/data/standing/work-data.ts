import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {evidenceLinks} from '../session/evidence-links.ts';
import {settledWords} from './standing-words.ts';
import {settledForWords} from '../../../handoff/standing/settled-for.ts';
import {mayReadItem, progressFor} from '../../../handoff/audience/readable.ts';
import type {Reading} from '../reading.ts';
import {workItems} from '../../../handoff/items/items.ts';
import {textsOfItem} from '../../../handoff/items/printed-texts.ts';
import {dueOf} from '../../../handoff/items/due-of.ts';
import {isOverdue, type Due} from '../../../handoff/time/schedule.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {Item, Phase, Step} from '../../../playbook/playbook.ts';

/** A due date with whether it has passed. */
export interface DueData extends Due {
  readonly isOverdue: boolean;
}

export interface ItemData {
  readonly text: string;
  /** 0 for an entry of its own, 1 for an entry below another, and so on. */
  readonly depth: number;
  /** Empty for an agenda block, which is settled by its topics. */
  readonly state: 'done' | 'open' | 'not applicable' | '';
  /** Done or not applicable, and known when. */
  readonly isSettled: boolean;
  readonly isOptional: boolean;
  /** Only the own team reads it. */
  readonly isInternal: boolean;
  readonly reason: string | null;
  readonly owner: string | null;
  readonly due: DueData | null;
  /** Links to evidence, in the order given. */
  readonly links: readonly string[];
  /** By what it is settled, in words such as `said by Ana, 2026-03-04 10:00 CET`. */
  readonly settled: string | null;
  /** What has to happen before it can be done, as a sentence. */
  readonly waitsFor: string | null;
  /** When and by whom it was settled; nothing while it is open. */
  readonly settledAt: string | null;
  readonly settledBy: string | null;
}

/** How much of something is settled of what everybody reads, the same in every document. */
export interface CountsData {
  readonly settled: number;
  readonly total: number;
  /** The same of the team's own items; 0 where the reader may not read them. */
  readonly ownSettled: number;
  readonly ownTotal: number;
}

/** Items with what the playbook has above the first of them, Markdown. */
export interface GroupData {
  readonly above: string;
  readonly items: readonly ItemData[];
}

export interface StepData extends CountsData {
  readonly title: string;
  /** The same items, in pieces where a text stands between them. */
  readonly groups: readonly GroupData[];
  /** What stands below the last item, Markdown. */
  readonly below: string;
  readonly items: readonly ItemData[];
}

export interface PhaseData extends CountsData {
  readonly title: string;
  readonly kind: Phase['kind'];
  readonly steps: readonly StepData[];
}

const stateWords = {done: 'done', open: 'open', 'not-applicable': 'not applicable'} as const;

interface View extends Reading {
  readonly handoff: Handoff;
}

export function itemDue({handoff, now}: Pick<View, 'handoff' | 'now'>, item: Item): DueData | null {
  const due = dueOf(handoff, item);
  if (!due) return null;
  const isOpen = itemStanding(handoff, item.id).status === 'open';
  return {...due, isOverdue: isOpen && isOverdue(due, handoff.timeZone, now)};
}

function toItem(view: View, item: Item, depth: number, isWork: boolean): ItemData {
  const state = itemStanding(view.handoff, item.id);
  return {
    text: item.isGone ? `${item.text} (no longer in the playbook)` : item.text,
    depth,
    state: isWork || state.status !== 'open' ? stateWords[state.status] : '',
    isSettled: state.status !== 'open' && state.settledAt !== undefined,
    isOptional: item.isOptional,
    isInternal: !mayReadItem(view.handoff, 'customer', item),
    reason: state.reason ?? null,
    owner: state.owner || null,
    due: itemDue(view, item),
    links: evidenceLinks(view.handoff, item.id),
    settled: settledWords(state, view.handoff),
    waitsFor: state.waitsFor?.text ?? settledForWords(state) ?? null,
    settledAt: state.settledAt ?? null,
    settledBy: state.settledBy ?? null,
  };
}

/** Settled items among those that everybody reads, and among the team's own. */
function countsOf({handoff, audience}: View, steps: readonly Step[]): CountsData {
  const shared = progressFor(handoff, 'customer', steps);
  const all = progressFor(handoff, audience, steps);
  return {
    ...shared,
    ownSettled: all.settled - shared.settled,
    ownTotal: all.total - shared.total,
  };
}

function toStep(view: View, step: Step): StepData {
  const work = new Set(workItems(view.handoff, step));
  const readable = (items: readonly Item[]) =>
    items.filter((item) => mayReadItem(view.handoff, view.audience, item));
  const walk = (items: readonly Item[], depth: number): ItemData[] =>
    readable(items).flatMap((item) => [
      toItem(view, item, depth, work.has(item)),
      ...walk(item.children, depth + 1),
    ]);
  const groups: {above: string; items: ItemData[]}[] = [];
  for (const item of readable(step.items)) {
    const {above} = textsOfItem(step, item);
    const items = walk([item], 0);
    const last = groups.at(-1);
    if (above === '' && last) last.items.push(...items);
    else groups.push({above, items});
  }
  const last = readable(step.items).at(-1);
  return {
    title: step.title,
    ...countsOf(view, [step]),
    items: groups.flatMap(({items}) => items),
    groups,
    below: last ? textsOfItem(step, last).below : '',
  };
}

/** Every item of the playbook that is read, with its state, by phase and step. */
export function workData(handoff: Handoff, reading: Reading): PhaseData[] {
  const view = {handoff, ...reading};
  return handoff.playbook.phases.map((phase) => ({
    title: phase.title,
    kind: phase.kind,
    ...countsOf(view, phase.steps),
    steps: phase.steps.map((step) => toStep(view, step)).filter(({items}) => items.length > 0),
  }));
}
