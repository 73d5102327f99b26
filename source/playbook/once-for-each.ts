/**
 * What a function says of something, found once for each: for what never changes and is asked at each
 * key, such as a playbook or a handoff.
 */
export function onceForEach<Of extends WeakKey, Found extends {}>(
  find: (of: Of) => Found,
): (of: Of) => Found {
  const known = new WeakMap<Of, Found>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const found = find(of);
    known.set(of, found);
    return found;
  };
}
