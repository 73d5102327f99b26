import type {Playbook} from '../../playbook/playbook.ts';
import {allItems, type ItemPlace} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';

const placesOf = new WeakMap<Playbook, ReadonlyMap<string, ItemPlace>>();

/** Where an item stands in its playbook; nothing for one that the playbook has no more. */
export function itemAt({playbook}: Pick<Handoff, 'playbook'>, id: string): ItemPlace | undefined {
  const known =
    placesOf.get(playbook) ?? new Map(allItems(playbook).map((place) => [place.item.id, place]));
  placesOf.set(playbook, known);
  return known.get(id);
}
