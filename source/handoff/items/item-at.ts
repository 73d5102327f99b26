import {onceForEach} from '../../playbook/once-for-each.ts';
import type {Playbook} from '../../playbook/playbook.ts';
import {allItems, type ItemPlace} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';

const placesOf = onceForEach(
  (playbook: Playbook): ReadonlyMap<string, ItemPlace> =>
    new Map(allItems(playbook).map((place) => [place.item.id, place])),
);

/** Where an item stands in its playbook; nothing for one that the playbook has no more. */
export function itemAt({playbook}: Pick<Handoff, 'playbook'>, id: string): ItemPlace | undefined {
  return placesOf(playbook).get(id);
}
