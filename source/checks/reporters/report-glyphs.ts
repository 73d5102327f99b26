import type {Outcome} from '../check-result.ts';

/** The sign that stands before the word of an outcome. */
export const glyphs: Readonly<Record<Outcome, string>> = {
  pass: '✔',
  waived: '◇',
  skipped: '–',
  warn: '▲',
  unknown: '?',
  fail: '✖',
};
