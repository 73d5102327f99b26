/**
 * Whether text on stdout may carry colours: as the terminal can, but NO_COLOR (no-color.org) takes
 * them away, and FORCE_COLOR (force-color.org) puts them into a pipe.
 */
export function hasColors(): boolean {
  const {NO_COLOR, FORCE_COLOR} = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY && process.stdout.hasColors();
}
