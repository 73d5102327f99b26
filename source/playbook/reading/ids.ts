import {slugify} from './slug.ts';

/** Gives out ids that are unique among those from the same giver. */
export type GiveId = (text: string, owner: string) => string;

/**
 * Keeps what it is given, where that is not taken. On a clash the owner's id goes in front; if that
 * is taken too, a number goes behind.
 */
export function idKeeper(): GiveId {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const take = (id: string) => {
    if (taken.has(id)) return false;
    taken.add(id);
    return true;
  };
  return (base, owner) => {
    if (take(base)) return base;
    const owned = owner ? `${owner}-${base}` : base;
    if (take(owned)) return owned;
    for (let count = counts.get(owned) ?? 2; ; count += 1) {
      const id = `${owned}-${count}`;
      if (take(id)) {
        counts.set(owned, count + 1);
        return id;
      }
    }
  };
}

/** Ids are slugs of the text; `fallback` names what has neither letter nor digit. */
export function idGiver(fallback: string): GiveId {
  const keep = idKeeper();
  return (text, owner) => keep(slugify(text) || fallback, owner);
}
