import {nearest} from '../nearest.ts';
import {allItems, type ItemPlace, type Phases} from './walk.ts';

export type FoundItem =
  | ({readonly kind: 'found'} & ItemPlace)
  | {readonly kind: 'ambiguous'; readonly candidates: readonly ItemPlace[]}
  /** `nearest` is the id that looks most like the query, if one is close. */
  | {readonly kind: 'unknown'; readonly nearest: string | undefined};

/**
 * The item that a person means: by its id, else its whole text, else the start of its id, else
 * any part of id or text. Case does not matter. The first of these ways that matches anything
 * decides.
 */
export function findItem(playbook: Phases, query: string): FoundItem {
  const places = allItems(playbook);
  const exact = places.find(({item}) => item.id === query.trim());
  if (exact) return {kind: 'found', ...exact};
  const wanted = query.trim().toLowerCase();
  const ways: readonly ((id: string, text: string) => boolean)[] = [
    (id) => id === wanted,
    (_id, text) => text === wanted,
    (id) => id.startsWith(wanted),
    (id, text) => id.includes(wanted) || text.includes(wanted),
  ];
  for (const matches of wanted === '' ? [] : ways) {
    const candidates = places.filter(({item}) =>
      matches(item.id.toLowerCase(), item.text.toLowerCase()),
    );
    const [only, ...others] = candidates;
    if (only) return others.length > 0 ? {kind: 'ambiguous', candidates} : {kind: 'found', ...only};
  }
  const ids = places.map(({item}) => item.id);
  return {kind: 'unknown', nearest: nearest(wanted, ids)};
}
