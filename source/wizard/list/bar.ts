import {glyphs} from '../theme/glyphs.ts';

/** A bar of `width` cells, filled to a share between 0 and 1. */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return glyphs.barFull.repeat(full) + glyphs.barEmpty.repeat(width - full);
}
