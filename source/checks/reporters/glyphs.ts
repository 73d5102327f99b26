import type {Outcome} from '../model.ts';

/** The sign that stands before the word of an outcome. */
export const glyphs: Readonly<Record<Outcome, string>> = {
  pass: '✔',
  waived: '◇',
  skipped: '–',
  warn: '▲',
  unknown: '?',
  fail: '✖',
};
