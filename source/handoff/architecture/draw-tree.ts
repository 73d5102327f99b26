import type {Architecture, Part} from './part.ts';
import {partNames, partWords} from './tell-architecture.ts';

/**
 * The architecture as a tree in text: who calls whom, from the outside in, then what is not said.
 * Circles are marked, and what is called twice is drawn once. Empty without components.
 */
export function drawTree({parts, calls, gaps}: Architecture): string[] {
  const nameOf = partNames(parts);
  const byId = new Map(parts.map((part) => [part.id, part]));
  const calledBy = (part: Part) =>
    calls.flatMap(({from, to}) => (from === part.id ? (byId.get(to) ?? []) : []));
  const drawn = new Set<Part>();
  const below = (part: Part, path: readonly Part[]): string[] => {
    drawn.add(part);
    const called = calledBy(part);
    return called.flatMap((target, index) => {
      const isLast = index === called.length - 1;
      const branch = isLast ? '└─ ' : '├─ ';
      const indent = isLast ? '   ' : '│  ';
      if (path.includes(target)) return [`${branch}${nameOf(target)} (back in a circle)`];
      if (drawn.has(target) && calledBy(target).length > 0)
        return [`${branch}${nameOf(target)} (see above)`];
      const rows = below(target, [...path, target]);
      return [`${branch}${partWords(target)}`, ...rows.map((row) => indent + row)];
    });
  };
  const isTouched = new Set(calls.flatMap(({from, to}) => [from, to]));
  const targets = new Set(calls.map(({to}) => to));
  // Another system that nobody connects is told of among what is not said.
  const shown = parts.filter(({id, isOutside}) => !isOutside || isTouched.has(id));
  const entries = shown.filter(({id}) => !targets.has(id));
  const first = entries.filter(({isOutside}) => isOutside);
  const rows: string[] = [];
  // What is called in a circle only has no entry, and begins where the list has it first.
  for (const part of [...first, ...entries, ...shown])
    if (!drawn.has(part)) rows.push(partWords(part), ...below(part, [part]));
  return [...rows, ...gaps];
}
