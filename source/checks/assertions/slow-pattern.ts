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

/** What can take long: something repeated that is a group, or several repeated things. */
const repeat = /(?<!\\)[*+?{]/g;

/**
 * Whether a pattern could backtrack for long; false is certain. Guarding a search costs a tenth of a
 * millisecond, which adds up where pieces of a long log are looked at.
 */
export function mayTakeLong({source}: RegExp): boolean {
  const plain = source.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(');
  return /\)[*+?{]|\\[1-9k]/.test(plain) || (plain.match(repeat) ?? []).length > 1;
}

/** Searches, but not for ever. @throws SlowPatternError */
export function searchInTime<Value>(search: () => Value): Value {
  const found = withinTime(limit, search);
  if (found === 'late') {
    throw new SlowPatternError();
  }
  return found.value;
}
