import type {Change} from '../changes/catalogue.ts';
import {requirementsOf} from '../gates/requirements.ts';
import type {Requirement} from '../gates/requirement.ts';
import {isWithin} from '../gates/waivers.ts';
import type {Handoff} from '../model/handoff.ts';

type Waiving = Extract<Change, {type: 'gate/waived'}>;

/** What a gate says of that which is to be waived. */
export function waivedRequirement(
  handoff: Handoff,
  {gate, requirement}: Pick<Waiving, 'gate' | 'requirement'>,
  now: string,
): Requirement | undefined {
  return requirementsOf(handoff, gate, now).find(({id}) => id === requirement);
}

/**
 * A change as it is written: a waiver is of what the gate says at that moment, in its words. It is
 * left as it is where its writer has seen something else, so that the rules can say so.
 */
export function boundChange(handoff: Handoff, change: Change, now: string): Change {
  if (change.type !== 'gate/waived') return change;
  const requirement = waivedRequirement(handoff, change, now);
  if (!requirement) return change;
  const {fact, text} = requirement;
  const hasSeen = change.fact
    ? isWithin(fact, change.fact)
    : change.text.trim() === '' || change.text.trim() === text;
  return hasSeen ? {...change, text, fact} : change;
}
