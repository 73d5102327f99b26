import {transitionMissing} from '../gates/transition-missing.ts';
import type {Requirement} from '../gates/requirement.ts';
import type {Handoff} from '../model/handoff.ts';
import {requirementAudience} from './requirement-audience.ts';

/**
 * What a gate misses, a sentence each, as far as the customer may read it. What a criterion counts is
 * told without the names of what is internal. `now` is an ISO 8601 instant.
 */
export function missingReadBy(
  handoff: Handoff,
  missing: readonly Requirement[],
  now: string,
): readonly string[] {
  const criteria = new Map(
    transitionMissing(handoff, now, 'customer').map(({id, text}) => [id, text]),
  );
  return missing.flatMap((requirement) => {
    const criterion = criteria.get(requirement.id);
    if (criterion !== undefined) return [criterion];
    return requirementAudience(handoff, requirement) === 'customer' ? [requirement.text] : [];
  });
}

/** What a gate misses besides: of what only the own team may read. */
export function missingForOwnTeam(
  handoff: Handoff,
  missing: readonly Requirement[],
): readonly string[] {
  return missing
    .filter((requirement) => requirementAudience(handoff, requirement) === 'internal')
    .map(({text}) => text);
}
