import type realWidth from 'string-width';
import {oneCellEach} from './one-cell.ts';

type Width = typeof realWidth;

let real: Width | undefined;

// Ink and its packages bring six copies, and each builds patterns from Unicode's emoji tables, which
// takes longer than all the rest of a first frame. One is left, for text that needs it.
/** The width of a text in cells, as string-width says. */
export default function stringWidth(...[text, options]: Parameters<Width>): number {
  const isSimple = typeof text === 'string' && options?.ambiguousIsNarrow !== false;
  if (isSimple && oneCellEach.test(text)) return text.length;
  real ??= (require('string-width') as {readonly default: Width}).default;
  return real(text, options);
}
