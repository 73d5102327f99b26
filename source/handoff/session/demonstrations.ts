import type {Demonstration} from '../model/demonstration.ts';
import type {Handoff} from '../model/handoff.ts';
import {otherSide} from '../rules/people/sides.ts';

/** All tries of one item, the latest last. */
export function triesOf(handoff: Handoff, item: string): Demonstration[] {
  return handoff.demonstrations.filter((demonstration) => demonstration.item === item);
}

/**
 * The try that counts: the latest with a result by somebody who takes the system over, as far as
 * is known today.
 */
export function lastTry(handoff: Handoff, item: string): Demonstration | undefined {
  return triesOf(handoff, item).findLast(
    ({result, performer}) => result !== undefined && otherSide(handoff, performer) === undefined,
  );
}

/** The demonstration that is going on. */
export function runningDemonstration(handoff: Handoff): Demonstration | undefined {
  return handoff.demonstrations.findLast(({result}) => result === undefined);
}
