import type {Outcome} from '../../checks/check-result.ts';
import {checkWords, type CheckState} from '../../handoff/standing/of-checks/check-standing.ts';
import type {ItemStatus} from '../../handoff/model/item-state.ts';
import {hasPlainSigns} from './chosen-look.ts';
import type {Token} from './tokens.ts';

/** A sign that never stands alone: a word says the same, for those who see no colour or glyph. */
export interface Sign {
  readonly glyph: string;
  readonly word: string;
  readonly token: Token;
}

const isPlain = hasPlainSigns(process.env);

function pick(glyph: string, plain: string): string {
  return isPlain ? plain : glyph;
}

export const glyphs = {
  cursor: pick('❯', '>'),
  rule: pick('─', '-'),
  done: pick('✔', '+'),
  half: pick('◐', 'o'),
  open: pick('○', '.'),
  never: pick('–', '-'),
  alarm: pick('▲', '!'),
  cross: pick('✖', 'x'),
  question: pick('?', '?'),
  dot: pick('·', '-'),
  barFull: pick('█', '#'),
  barEmpty: pick('░', '.'),
  running: pick('▶', '>'),
  paused: pick('‖', '='),
  up: pick('↑', '^'),
  down: pick('↓', 'v'),
  enter: pick('⏎', 'Enter'),
  ellipsis: pick('…', '...'),
} as const;

export const statusSigns: Readonly<Record<ItemStatus, Sign>> = {
  open: {glyph: glyphs.open, word: 'open', token: 'plain'},
  done: {glyph: glyphs.done, word: 'done', token: 'success'},
  'not-applicable': {glyph: glyphs.never, word: 'not applicable', token: 'muted'},
};

/** An item whose table is offered and has no row. */
export const offeredSign: Sign = {glyph: glyphs.dot, word: 'optional', token: 'muted'};

export const outcomeSigns: Readonly<Record<Outcome, Sign>> = {
  pass: {glyph: glyphs.done, word: 'pass', token: 'success'},
  waived: {glyph: glyphs.never, word: 'waived', token: 'warning'},
  skipped: {glyph: glyphs.never, word: 'skipped', token: 'muted'},
  warn: {glyph: glyphs.alarm, word: 'warn', token: 'warning'},
  unknown: {glyph: glyphs.question, word: 'unknown', token: 'warning'},
  fail: {glyph: glyphs.cross, word: 'fail', token: 'danger'},
};

/** How a check stands where that is not what its last run gave. */
export const checkSigns: Readonly<Record<CheckState, Sign>> = {
  holds: outcomeSigns.pass,
  warns: outcomeSigns.warn,
  fails: outcomeSigns.fail,
  unknown: outcomeSigns.unknown,
  skipped: outcomeSigns.skipped,
  waived: outcomeSigns.waived,
  old: {glyph: glyphs.half, word: checkWords.old, token: 'warning'},
  changed: {glyph: glyphs.half, word: checkWords.changed, token: 'warning'},
  gone: {glyph: glyphs.alarm, word: checkWords.gone, token: 'danger'},
  'never run': {glyph: glyphs.open, word: checkWords['never run'], token: 'muted'},
};
