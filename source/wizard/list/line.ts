import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type {Token} from '../theme/tokens.ts';

export interface Span {
  readonly text: string;
  readonly token?: Token;
  /** Where the text leads, for terminals that open addresses. */
  readonly link?: string | undefined;
}

/** One row of the terminal. Screens are made of lines, so what fits is known before it is drawn. */
export type Line = readonly Span[];

export function span(text: string, token: Token = 'plain'): Span {
  return {text, token};
}

export function line(text: string, token: Token = 'plain'): Line {
  return [span(text, token)];
}

export const emptyLine: Line = [];

export function lineWidth(spans: Line): number {
  return spans.reduce((total, {text}) => total + stringWidth(text), 0);
}

/** More texts than a long list shows; a screen of typing adds a few at each key. */
const mostWrapped = 4000;
const wrapped = new Map<string, readonly string[]>();

/**
 * Breaks text into rows of at most `width` cells, at words where it can. Never cuts anything. A frame
 * wraps mostly what the one before it did, so the rows are remembered.
 */
export function wrap(text: string, width: number): readonly string[] {
  const key = `${width} ${text}`;
  const known = wrapped.get(key);
  if (known) return known;
  const rows = wrapAnsi(text, Math.max(1, width), {hard: true, trim: true}).split('\n');
  if (wrapped.size >= mostWrapped) wrapped.clear();
  wrapped.set(key, rows);
  return rows;
}

/** Text in rows of at most `width` cells; all of them lead where `link` does. */
export function wrapLines(
  text: string,
  width: number,
  token: Token = 'plain',
  link?: string,
): Line[] {
  return wrap(text, width).map((row) => [{text: row, token, ...(link ? {link} : {})}]);
}

/** Puts `right` at the right edge, at least one cell after `left`. */
export function spread(left: Line, right: Line, width: number): Line {
  const gap = Math.max(1, width - lineWidth(left) - lineWidth(right));
  return [...left, span(' '.repeat(gap)), ...right];
}

/** Cuts text to `width` cells, saying so with an ellipsis. */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let cut = '';
  for (const {segment} of new Intl.Segmenter().segment(text)) {
    if (stringWidth(cut + segment) > width - 1) break;
    cut += segment;
  }
  return width > 0 ? `${cut}…` : '';
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
