import {withinTime} from '../within-time.ts';

/** Looking at one piece of text takes milliseconds; beyond this, a pattern backtracks without end. */
const limit = 2000;

/** Thrown where a pattern takes so long that it would stop everything. The message is for a person. */
export class SlowPatternError extends Error {
  override name = 'SlowPatternError';

  constructor() {
    super(
      'Looking for a pattern took more than 2 s, so it was given up. It repeats what repeats already, such as /(a+)+$/; write it simpler.',
    );
  }
}

/** Something repeated without a limit, or a group, or what stands for an earlier group. */
const repeat = /(?<!\\)(?:[*+]|\{\d+,\})|\)[?{]|\\[1-9k]/;

/**
 * Whether a pattern could take long; false is certain. One repetition is enough: in a line of 64 KiB,
 * `a+b` is tried from every `a` to the end. Guarding a search costs a tenth of a millisecond, which
 * adds up over hundreds of checks.
 */
export function mayTakeLong({source}: RegExp): boolean {
  return repeat.test(source.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '('));
}

/** Whether anything in a statement is a pattern that could take long. */
export function holdsSlowPattern(statement: unknown): boolean {
  if (statement instanceof RegExp) return mayTakeLong(statement);
  return (
    typeof statement === 'object' &&
    statement !== null &&
    Object.values(statement).some(holdsSlowPattern)
  );
}

/** Searches, but not for ever. @throws SlowPatternError */
export function searchInTime<Value>(search: () => Value): Value {
  const found = withinTime(limit, search);
  if (found === 'late') throw new SlowPatternError();
  return found.value;
}
