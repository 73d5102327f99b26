import {nameKey} from './name-lookup.ts';
import type {Architecture, Part} from './part.ts';

/** Gives each part the words by which it is told from all others: its place where names are shared. */
export function partNames(parts: readonly Part[]): (part: Part) => string {
  const count = new Map<string, number>();
  for (const {name} of parts) count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1);
  return ({name, place, version}) => {
    const more = place || version;
    return count.get(nameKey(name)) === 1 || more === '' ? name : `${name} (${more})`;
  };
}

/** A part with its version and where it runs. */
export function partWords({name, version, place, isOutside}: Part): string {
  const full = version === '' ? name : `${name} ${version}`;
  const where = isOutside ? 'outside' : place;
  return where === '' ? full : `${full} (${where})`;
}

/** A sentence for each part: what it is, where it runs and what it calls. Names stand whole. */
export function tellArchitecture({parts, calls}: Architecture): string[] {
  const nameOf = partNames(parts);
  const byId = new Map(parts.map((part) => [part.id, part]));
  return parts.map((part) => {
    const called = calls.flatMap(({from, to, ports}) => {
      const target = byId.get(to);
      if (from !== part.id || !target) return [];
      const name = target === part ? 'itself' : nameOf(target);
      return [ports.length === 0 ? name : `${name} (${ports.join('; ')})`];
    });
    return called.length === 0
      ? `${partWords(part)}.`
      : `${partWords(part)} calls ${called.join(', ')}.`;
  });
}
