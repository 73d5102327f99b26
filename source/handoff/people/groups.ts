import type {PersonEntry} from '../model/person.ts';
import {plainName} from '../rules/people/same-person.ts';
import {bareNames} from './bare-names.ts';
import type {Mention} from './mentions.ts';

/** All that is known of one person, as it lies. */
export interface Group {
  /** What they are called now. */
  name: string;
  /** Names as they are compared that mean this person. */
  readonly keys: Set<string>;
  readonly entries: PersonEntry[];
  readonly mentions: Mention[];
}

/** Who a name means, of those that are known. */
export interface Groups {
  readonly all: readonly Group[];
  readonly find: (name: string) => Group | undefined;
}

/**
 * Puts together what speaks of one person. A name means whoever bears it as it is written; only
 * where nobody does, what stands behind it is taken off: `Jordan Ruiz (vendor)` is Jordan Ruiz.
 */
export function groupNames(entries: readonly PersonEntry[], mentions: readonly Mention[]): Groups {
  const byKey = new Map<string, Group>();
  const byAddress = new Map<string, Group>();

  function groupOf(name: string): Group {
    const key = plainName(name);
    const known = byKey.get(key);
    if (known) return known;
    const made = {name, keys: new Set([key]), entries: [], mentions: []};
    byKey.set(key, made);
    return made;
  }

  function join(into: Group, other: Group): void {
    if (into === other) return;
    into.entries.push(...other.entries);
    for (const key of other.keys) {
      into.keys.add(key);
      byKey.set(key, into);
    }
  }

  function find(name: string): Group | undefined {
    const written = byKey.get(plainName(name)) ?? byAddress.get(name.trim().toLowerCase());
    if (written) return written;
    for (const bare of bareNames(name)) {
      const group = byKey.get(plainName(bare));
      if (group) return group;
    }
    return undefined;
  }

  for (const entry of entries) {
    const group = groupOf(entry.name);
    if (entry.alias !== undefined) join(group, groupOf(entry.alias));
    group.name = entry.name;
    group.entries.push(entry);
  }
  const isBare = ({name}: Mention) => bareNames(name).length === 0;
  const ordered = [...mentions.filter(isBare), ...mentions.filter((each) => !isBare(each))];
  for (const mention of ordered) {
    const group = find(mention.name) ?? groupOf(mention.name);
    group.mentions.push(mention);
    const {address} = mention;
    if (address?.includes('@')) byAddress.set(address.trim().toLowerCase(), group);
  }
  // Whoever was met first stands first; those of whom only something was said come last.
  const met = mentions.map(({name}) => find(name)).filter((group) => group !== undefined);
  const all = [...new Set([...met, ...byKey.values()])];
  return {all, find};
}
