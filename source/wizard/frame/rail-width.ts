/** Narrower than this, the rail gives its room to the step. */
const railFrom = 76;

/** Width of the rail for a width of the screen; 0 where there is none. */
export function railWidth(columns: number): number {
  if (columns < railFrom) return 0;
  // Where it is narrow, signs say how far each step is, and the step has the room of the figures.
  return columns < 100 ? 22 : 36;
}
