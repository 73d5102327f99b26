import {exitCriteria, type ExitCriterion} from '../afterwards/exit-criteria.ts';
import type {Audience} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import {isAbsent, type Mistake, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const mistakes: Partial<Readonly<Record<ExitCriterion['id'], Mistake>>> = {
  demonstrations: 'not understood',
  'checks-again': 'not validated',
  'severe-issues': 'not validated',
};

/** The exit criteria that do not hold yet, as ITIL's early life support asks before it ends. */
export function transitionMissing(
  handoff: Handoff,
  now: string,
  audience: Audience = 'internal',
): Requirement[] {
  return exitCriteria(handoff, now, audience)
    .filter(({isMet}) => !isMet)
    .map(({id, text, why, place, fact = isAbsent, isPast = false}) => ({
      id: requirementId('exit', id),
      mistake: mistakes[id] ?? 'out of reach',
      text: `Not yet: ${text.replace(/^./u, (first) => first.toLowerCase())}. ${why.replace(/^./u, (first) => first.toUpperCase())}.`,
      fact,
      isPast,
      place,
    }));
}
