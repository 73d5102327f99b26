/** More names than any handoff has; a store of many handoffs begins anew. */
const most = 2000;

/**
 * What follows from a name alone, worked out once: the rules compare the same few names for each line
 * of a journal.
 */
export function onceAName<T>(workOut: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size === most) known.clear();
    const found = workOut(name);
    known.set(name, found);
    return found;
  };
}
