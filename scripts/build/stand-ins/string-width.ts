import type realWidth from 'string-width';
import {oneCellEach} from './one-cell.ts';

type Width = typeof realWidth;

// Those that select how text is drawn, such as a colour; they take no cell.
// oxlint-disable-next-line no-control-regex -- escapes are what this is about
const colours = /\x1B\[[\d;]*m/g;

let real: Width | undefined;

// Ink and its packages bring six copies, and each builds patterns from Unicode's emoji tables, which
// takes longer than all the rest of a first frame. One is left, for text that needs it.
/** The width of a text in cells, as string-width says. */
export default function stringWidth(...[text, options]: Parameters<Width>): number {
  const isSimple = typeof text === 'string' && options?.ambiguousIsNarrow !== false;
  if (isSimple) {
    const plain = options?.countAnsiEscapeCodes ? text : text.replaceAll(colours, '');
    if (oneCellEach.test(plain)) return plain.length;
  }
  real ??= (require('string-width') as {readonly default: Width}).default;
  return real(text, options);
}
