import type {Part} from './part.ts';

/** What a name means: a part, one of several of that name, the system as a whole, or nothing known. */
export type Meaning =
  | {readonly kind: 'part'; readonly part: Part}
  | {readonly kind: 'several'; readonly count: number}
  | {readonly kind: 'system'}
  | {readonly kind: 'unknown'};

export type LookUp = (name: string) => Meaning;

/** What two spellings of one name have in common. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}

/** Names separated by commas, semicolons or line breaks; what stands in brackets is of one name. */
export function namesIn(text: string): string[] {
  return text
    .split(/[,;\n](?![^()\n]*\))/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** How a part may be called: by its name, and with its version or its place where it has one. */
function keysOf({name, version, place, host}: Part): {readonly plain: string; full: string[]} {
  const more = [version, place, host].filter((word) => word !== '');
  return {
    plain: nameKey(name),
    full: more.flatMap((word) => [`${name} ${word}`, `${name} (${word})`, `${name} on ${word}`]),
  };
}

/** Finds what names mean among the parts of a system. Where parts share a name, their place tells. */
export function nameLookup(parts: readonly Part[], system: string): LookUp {
  const found = new Map<string, Set<Part>>();
  const add = (key: string, part: Part) => {
    found.set(key, (found.get(key) ?? new Set()).add(part));
  };
  const keys = parts.map((part) => ({part, ...keysOf(part)}));
  for (const {part, plain} of keys) add(plain, part);
  const names = new Set(found.keys());
  // A name as it stands goes before one that only reads like it.
  for (const {part, full} of keys)
    for (const key of full.map(nameKey)) if (!names.has(key)) add(key, part);

  const meaningOf = (key: string): Meaning | undefined => {
    const all = [...(found.get(key) ?? [])];
    const [part] = all;
    if (part) return all.length === 1 ? {kind: 'part', part} : {kind: 'several', count: all.length};
    return key !== '' && key === nameKey(system) ? {kind: 'system'} : undefined;
  };
  return (name) => {
    // `Card payments (pay.example.com)` is Card payments, unless brackets tell two of a name apart.
    const bare = meaningOf(nameKey(name.replace(/\s*\([^()]*\)\s*$/u, '')));
    return meaningOf(nameKey(name)) ?? bare ?? {kind: 'unknown'};
  };
}
