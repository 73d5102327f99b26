import type {Item, SystemSize} from '../../playbook/playbook.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {offeredItems, workItems} from '../items/items.ts';
import {isSettled} from '../items/progress.ts';
import type {Handoff} from '../model/handoff.ts';
import {effortWords} from './effort.ts';
import {nextGate, readGate} from './gates.ts';

/** What another size makes of what is left. */
export interface SizeEffect {
  /** Open items that are asked for no more, and those that are asked for from then on. */
  readonly left: readonly Item[];
  readonly added: readonly Item[];
  /** What the next gate lacks then, in words; empty where there is none. */
  readonly gate: string;
}

/**
 * What asking for another size would change, without doing it.
 *
 * @param now ISO 8601
 */
export function sizeEffect(handoff: Handoff, size: SystemSize, now: string): SizeEffect {
  const other: Handoff = {...handoff, size};
  const moved = (from: Handoff, to: Handoff) =>
    stepsOf(handoff.playbook).flatMap(({step}) => {
      const offered = offeredItems(to, step);
      return workItems(from, step).filter(
        (item) => offered.includes(item) && !isSettled(handoff, item),
      );
    });
  const name = nextGate(handoff);
  const missing = name ? readGate(other, name, now).missing : [];
  return {
    left: moved(handoff, other),
    added: moved(other, handoff),
    gate: name
      ? missing.length === 0
        ? 'the next gate is open'
        : `the next gate lacks ${missing.length}, ${effortWords(missing)}`
      : '',
  };
}

/** The same in words, such as "7 items fewer are asked; the next gate lacks 31, about 2 h in all". */
export function sizeEffectWords({left, added, gate}: SizeEffect): string {
  const items = (list: readonly Item[]) => `${list.length} ${list.length === 1 ? 'item' : 'items'}`;
  const change =
    left.length > 0
      ? `${items(left)} fewer`
      : added.length > 0
        ? `${items(added)} more`
        : 'nothing else is asked';
  return [change, ...(gate ? [gate] : [])].join('; ');
}
