import type {Point} from 'unist';
import {withoutControls} from '../markdown/source-text.ts';

/** A place in a line of the file: the line's index, and characters before it. */
export interface Spot {
  readonly line: number;
  readonly at: number;
}

/** Translates places of the text as it was read into places of the file as it lies. */
export type ToOriginal = (point: Point | undefined) => Spot | undefined;

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/**
 * Where something stands in a line before it was mended: a bullet was put in, a secret taken out.
 * Nothing for what lies within the mended part itself.
 */
function unmended(original: string, mended: string, at: number): number | undefined {
  if (original === mended) return at;
  const [from, to] = [original.trimEnd(), mended.trimEnd()];
  const start = commonStart(from, to);
  if (at <= start) return at;
  if (at >= to.length) return from.length;
  const end = commonEnd(from, to, Math.min(from.length, to.length) - start);
  return to.length - at <= end ? from.length - (to.length - at) : undefined;
}

export function toOriginal(original: readonly string[], mended: readonly string[]): ToOriginal {
  return (point) => {
    if (!point) return undefined;
    const line = point.line - 1;
    const text = original[line];
    if (text === undefined) return undefined;
    const at = unmended(withoutControls(text), mended[line] ?? '', point.column - 1);
    return at === undefined ? undefined : {line, at};
  };
}
