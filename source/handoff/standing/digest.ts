import {hash} from 'node:crypto';

/** A value whose objects have their names in one order and nothing that is undefined. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(parts.map(([name, part]) => [name, canonical(part)]));
}

/** SHA-256 of a plain value, in hex: the same for the same content, however it came together. */
export function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(canonical(value)));
}

/** {@link digestOf} for values that never change, found once for each; `pick` says what counts. */
export function digester<Value extends object>(
  pick: (value: Value) => unknown,
): (value: Value) => string {
  const known = new WeakMap<Value, string>();
  return (value) => {
    const found = known.get(value) ?? digestOf(pick(value));
    known.set(value, found);
    return found;
  };
}

/** The first digits of a digest, as a version is named on screens and in documents. */
export function shortDigest(long: string): string {
  return long.slice(0, 12);
}
