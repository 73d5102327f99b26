import {longestWaiver} from '../model/gate-waiver.ts';
import {readGate} from '../gates/gates.ts';
import {reasonProblem} from '../gates/requirement.ts';
import {isWithin} from '../gates/waivers.ts';
import {addDays, dayIn} from '../time/schedule.ts';
import {waivedRequirement} from './bound-waiver.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';
import {receiverRefusal} from './people/sides.ts';

export const isMissing: Rule<'gate/waived'> = (handoff, {gate, requirement}, {now}) =>
  readGate(handoff, gate, now).missing.some(({id}) => id === requirement)
    ? undefined
    : refused(
        'not-missing',
        'The gate does not miss this.',
        '"handoff-wizard gate" shows what it does.',
      );

export const isReasoned: Rule<'gate/waived'> = (handoff, {reason}) => {
  const problem = reasonProblem(handoff, reason);
  return problem
    ? refused(
        'waiver-reason',
        `A waiver needs its reason in words: ${problem}.`,
        'Say why it can wait.',
      )
    : undefined;
};

/** Who takes a risk for others is none of those who want to be rid of it. */
export const riskTaker: Rule<'gate/waived'> = (handoff, {approver}) =>
  receiverRefusal(handoff, approver, {
    code: 'approver',
    cannot: ' and cannot take the risk for others',
    instead: 'Name who takes the risk.',
  });

/** A waiver is of what the gate says, no wider, and of nothing that has become worse meanwhile. */
export const isOfTheFact: Rule<'gate/waived'> = (handoff, change, {now}) => {
  const requirement = waivedRequirement(handoff, change, now);
  if (!requirement) return undefined;
  const {fact, text, place} = requirement;
  if (change.fact && isWithin(fact, change.fact) && isWithin(change.fact, fact)) return undefined;
  return refused(
    'waiver-fact',
    `That is not what the gate says. It says: ${text}`,
    'Look at it as it is now, and waive that.',
    place,
  );
};

/** What nobody can change any more needs no end; all else is looked at again. */
export const hasEnd: Rule<'gate/waived'> = (handoff, change, {now}) => {
  const today = dayIn(handoff.timeZone, now);
  const {expires} = change;
  const last = addDays(today, longestWaiver);
  if (expires === undefined)
    return waivedRequirement(handoff, change, now)?.isPast
      ? undefined
      : refused(
          'waiver-end',
          'A waiver needs an end: this can still be settled.',
          `Type a day until ${last}, such as ${addDays(today, 14)}.`,
        );
  if (expires <= today)
    return refused('waiver-end', 'It would be over today.', 'Type a later day.');
  return expires > last
    ? refused(
        'waiver-end',
        `A waiver lasts ${longestWaiver} days at the most.`,
        `Type ${last} or earlier; it can be waived again then.`,
      )
    : undefined;
};
