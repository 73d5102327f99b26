import type {Assertion} from './assertion.ts';

/** A statement that is not made of other statements about the same value. */
export type Leaf = Exclude<Assertion, {readonly type: 'not' | 'all' | 'any'}>;

/** Whether a statement is true when `isTrue` tells it of the parts it is made of. */
export function decide(assertion: Assertion, isTrue: (leaf: Leaf) => boolean): boolean {
  switch (assertion.type) {
    case 'not':
      return !decide(assertion.of, isTrue);
    case 'all':
      return assertion.of.every((one) => decide(one, isTrue));
    case 'any':
      return assertion.of.some((one) => decide(one, isTrue));
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
