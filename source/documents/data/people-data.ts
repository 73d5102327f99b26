import {isSettled} from '../../handoff/items/progress.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {shownName} from '../../handoff/people/shown-name.ts';
import {itemsReadBy} from '../../handoff/audience/readable.ts';
import type {Audience} from '../../playbook/playbook.ts';

/** A person with a part in the handoff. */
export interface PersonData {
  readonly name: string;
  /** Items they own, and how many of those are open. */
  readonly items: number;
  readonly open: number;
}

/** The owners of items by name, in the order the playbook meets them. */
export function peopleData(handoff: Handoff, audience: Audience): PersonData[] {
  const people = new Map<string, PersonData>();
  for (const {item} of itemsReadBy(handoff, audience)) {
    const owner = itemStanding(handoff, item.id).owner?.trim();
    if (!owner) continue;
    const name = shownName(handoff, owner);
    const {items, open} = people.get(name) ?? {items: 0, open: 0};
    people.set(name, {
      name,
      items: items + 1,
      open: open + (isSettled(handoff, item) ? 0 : 1),
    });
  }
  return [...people.values()];
}
