import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {evidenceLinks} from '../session/evidence-links.ts';
import {settledWords} from './standing-words.ts';
import {phaseProgress, stepProgress} from '../../../handoff/items/progress.ts';
import {workItems} from '../../../handoff/items/items.ts';
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

export interface StepData {
  readonly title: string;
  readonly settled: number;
  readonly total: number;
  readonly items: readonly ItemData[];
}

export interface PhaseData {
  readonly title: string;
  readonly kind: Phase['kind'];
  readonly settled: number;
  readonly total: number;
  readonly steps: readonly StepData[];
}

const stateWords = {done: 'done', open: 'open', 'not-applicable': 'not applicable'} as const;

interface View {
  readonly handoff: Handoff;
  readonly now: string;
}

export function itemDue({handoff, now}: View, item: Item): DueData | null {
  const due = dueOf(handoff, item);
  if (!due) return null;
  const isOpen = itemStanding(handoff, item.id).status === 'open';
  return {...due, isOverdue: isOpen && isOverdue(due, handoff.timeZone, now)};
}

function toItem(view: View, item: Item, depth: number, isWork: boolean): ItemData {
  const state = itemStanding(view.handoff, item.id);
  return {
    text: item.text,
    depth,
    state: isWork || state.status !== 'open' ? stateWords[state.status] : '',
    isSettled: state.status !== 'open' && state.settledAt !== undefined,
    isOptional: item.isOptional,
    reason: state.reason ?? null,
    owner: state.owner || null,
    due: itemDue(view, item),
    links: evidenceLinks(view.handoff, item.id),
    settled: settledWords(state, view.handoff),
    waitsFor: state.waitsFor?.text ?? null,
    settledAt: state.settledAt ?? null,
    settledBy: state.settledBy ?? null,
  };
}

function toStep(view: View, step: Step): StepData {
  const work = new Set(workItems(step));
  const walk = (items: readonly Item[], depth: number): ItemData[] =>
    items.flatMap((item) => [
      toItem(view, item, depth, work.has(item)),
      ...walk(item.children, depth + 1),
    ]);
  return {
    title: step.title,
    ...stepProgress(view.handoff, step),
    items: walk(step.items, 0),
  };
}

/** Every item of the playbook with its state, by phase and step. */
export function workData(handoff: Handoff, now: string): PhaseData[] {
  const view = {handoff, now};
  return handoff.playbook.phases.map((phase) => ({
    title: phase.title,
    kind: phase.kind,
    ...phaseProgress(handoff, phase),
    steps: phase.steps.map((step) => toStep(view, step)).filter(({items}) => items.length > 0),
  }));
}
