import bidiFactory from 'bidi-js';

const strong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A word of a line as the library that lays out documents has it. */
export interface Inline {
  readonly text: string;
  readonly width: number;
  readonly fontSize: number;
  readonly alignment?: string;
  readonly font: {readonly widthOfString: (text: string, size: number) => number};
  x: number;
}

/** A line before it is placed. */
export interface Line {
  inlines: Inline[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
}

/** The side at which a paragraph begins: that of its first letter (UAX 9, P2 and P3). */
export function directionOf(text: string): 'left' | 'right' {
  const [first] = strong.exec(text) ?? [];
  return first !== undefined && rightToLeft.test(first) ? 'right' : 'left';
}

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

interface Piece {
  readonly inline: Inline;
  readonly level: number;
}

let bidi: ReturnType<typeof bidiFactory> | undefined;

function mirrored(text: string): string {
  const signs = Array.from(text, (sign) => bidi?.getMirroredCharacter(sign) ?? sign);
  return signs.toReversed().join('');
}

/** Cuts an inline where the direction changes and where words end, as spaces change sides. */
function cut(inline: Inline, levels: Uint8Array, offset: number): Piece[] {
  const pieces: Piece[] = [];
  const {text} = inline;
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const isEnd =
      at === text.length ||
      levels[offset + at] !== levels[offset + at - 1] ||
      (text[at] === ' ') !== (text[at - 1] === ' ');
    if (!isEnd) continue;
    const level = levels[offset + from] ?? 0;
    const part = text.slice(from, at);
    // The font turns round its own letters; signs without a direction are turned here.
    const shown = level % 2 === 1 && !rightToLeft.test(part) ? mirrored(part) : part;
    const width = inline.font.widthOfString(shown, inline.fontSize);
    pieces.push({inline: {...inline, text: shown, width}, level});
    from = at;
  }
  return pieces;
}

/** Rule L2 of UAX 9: from the highest level down, whatever is of it or higher is turned round. */
function reorder(pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  const highest = Math.max(0, ...out.map(({level}) => level));
  for (let level = highest; level > 0; level -= 1)
    for (let start = 0; start < out.length; start += 1) {
      let end = start;
      while ((out[end]?.level ?? -1) >= level) end += 1;
      if (end === start) continue;
      out.splice(start, end - start, ...out.slice(start, end).toReversed());
      start = end;
    }
  return out;
}

/** Puts the words of a line into the order in which they are read, where some run leftwards. */
export function orderLine(line: Line): void {
  const text = line.inlines.map((inline) => inline.text).join('');
  if (!hasRightToLeft(text)) return;
  bidi ??= bidiFactory();
  const base = line.inlines[0]?.alignment === 'right' ? 'rtl' : 'ltr';
  const {levels} = bidi.getEmbeddingLevels(text.trimEnd(), base);
  const pieces: Piece[] = [];
  let offset = 0;
  for (const inline of line.inlines) {
    const kept = {
      ...inline,
      text: inline.text.slice(0, Math.max(0, text.trimEnd().length - offset)),
    };
    if (kept.text !== '') pieces.push(...cut(kept, levels, offset));
    offset += inline.text.length;
  }
  let x = 0;
  line.inlines = reorder(pieces).map(({inline}) => {
    const placed = {...inline, x};
    x += inline.width;
    return placed;
  });
  line.inlineWidths = x;
  line.leadingCut = 0;
  line.trailingCut = 0;
}
