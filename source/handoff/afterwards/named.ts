/** `A, B and 3 more`: enough to know what is meant without filling the screen. */
export function named(names: readonly string[]): string {
  // A sentence among them loses its full stop, which would stand before the comma.
  const shown = names.slice(0, 3).map((name) => name.replace(/\.$/u, ''));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
