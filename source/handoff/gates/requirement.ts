import type {Item, Phase, RegisterName, Step} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {isLeftOut} from '../items/asked.ts';
import {itemState} from '../model/item-state.ts';
import type {Place} from '../model/place.ts';
import {isRealReason} from './real-reason.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import type {Fact} from '../model/gate-waiver.ts';

/** The classic mistake that a requirement stands against. */
export type Mistake =
  | 'not validated'
  | 'rushed'
  | 'not written down'
  | 'not understood'
  | 'out of reach'
  | 'not agreed';

/** One thing that is missing. */
export interface Requirement {
  /** Stays the same for the same thing, so that a waiver holds. */
  readonly id: string;
  readonly mistake: Mistake;
  /** What is missing, in a sentence. */
  readonly text: string;
  /** The same in a form that tells whether it has got worse. */
  readonly fact: Fact;
  /** Nobody can change it any more, such as the minutes of a session. */
  readonly isPast: boolean;
  /** Where it is settled. */
  readonly place: Place;
}

/** The fact of something that is there or not, with nothing in between. */
export const isAbsent: Fact = {missing: 1};

export interface ItemAt {
  readonly phase: Phase;
  readonly step: Step;
  readonly item: Item;
}

/** The item that keeps a register, unless it was settled as not applicable. */
export function keeperOf(handoff: Handoff, register: RegisterName): ItemAt | undefined {
  return allItems(handoff.playbook).find(
    ({item}) => item.register === register && applies(handoff, item),
  );
}

/**
 * An item counts unless it was settled as not applicable; the reason is looked at elsewhere. What the
 * system is too small for counts once somebody has said something at it.
 */
export function applies(handoff: Handoff, item: Item): boolean {
  return itemState(handoff, item.id).status !== 'not-applicable' && !isLeftOut(handoff, item);
}

/** What is wrong with a reason that something does not apply; nothing when it will do. */
export function reasonProblem(handoff: Handoff, reason: string): string | undefined {
  const {reasonLength} = gateSettings(handoff);
  const {length} = reason.trim();
  if (length < reasonLength)
    return `the reason "${reason.trim()}" has ${length} of at least ${reasonLength} characters`;
  return isRealReason(reason) ? undefined : `"${reason.trim()}" is no reason in words`;
}

/** What is said of an item that is open; one that is only to be read has a sentence of its own. */
export function unsettledWords({step, item}: Omit<ItemAt, 'phase'>, what: string): string {
  return item.isReading
    ? `The text of "${step.title}" is not confirmed as read.`
    : `"${item.text}" ${what}.`;
}
