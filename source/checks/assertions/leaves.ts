import type {Assertion} from './assertion.ts';

/** A statement that is not made of other statements about the same value. */
export type Leaf = Exclude<Assertion, {readonly type: 'not' | 'all' | 'any'}>;

/** Undefined: it cannot be told, as of something that is not there or was not looked at. */
export type Truth = boolean | undefined;

/** All of them; one that is untrue decides whatever cannot be told. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** At least one of them; one that is true decides whatever cannot be told. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

export function notOf(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/**
 * Whether a statement is true when `isTrue` tells it of the parts it is made of. The opposite of what
 * cannot be told cannot be told either (Kleene's logic), so that "not" makes no pass of it.
 */
export function decide(assertion: Assertion, isTrue: (leaf: Leaf) => Truth): Truth {
  switch (assertion.type) {
    case 'not':
      return notOf(decide(assertion.of, isTrue));
    case 'all':
      return allOf(assertion.of.map((one) => decide(one, isTrue)));
    case 'any':
      return anyOf(assertion.of.map((one) => decide(one, isTrue)));
    default:
      return isTrue(assertion);
  }
}

/** The parts a statement is made of. */
export function leavesOf(assertion: Assertion): readonly Leaf[] {
  switch (assertion.type) {
    case 'not':
      return leavesOf(assertion.of);
    case 'all':
    case 'any':
      return assertion.of.flatMap(leavesOf);
    default:
      return [assertion];
  }
}
