import {runningDemonstration} from '../session/demonstrations.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';
import {isSamePerson} from './same-person.ts';
import {isNobody, vendorNamed} from './sides.ts';

export const noOtherRuns: Rule<'demonstration/started'> = (handoff) =>
  runningDemonstration(handoff)
    ? refused(
        'demonstration-runs',
        'A demonstration is going on.',
        'End it with 1, 2 or 3, or take it back with u.',
      )
    : undefined;

/** Somebody who can do it already shows nothing. */
export const receiverPerforms: Rule<'demonstration/started'> = (handoff, {performer}) => {
  if (isNobody(performer))
    return refused('performer', `"${performer}" names nobody.`, 'Name who performs it.');
  const vendor = vendorNamed(handoff, performer);
  return vendor === undefined
    ? undefined
    : refused(
        'performer',
        isSamePerson(vendor, performer)
          ? `${performer} hands the system over.`
          : `${performer} may be ${vendor}, who hands the system over.`,
        isSamePerson(vendor, performer)
          ? 'Somebody who takes it over has to perform it.'
          : 'Write the name out in full.',
      );
};

export const otherWatches: Rule<'demonstration/started'> = (_, {performer, observer}) =>
  isSamePerson(performer, observer)
    ? refused(
        'observer',
        `${performer} performs it, so somebody else has to watch.`,
        'Name who sees it and says how it went.',
      )
    : undefined;

export const isGoingOn: Rule<'demonstration/ended'> = (handoff, change) =>
  handoff.demonstrations.find(({id}) => id === change.demonstration)?.result === undefined
    ? undefined
    : refused(
        'demonstration-over',
        'This demonstration has its result.',
        'Perform it again, or take the result back with u and a reason.',
      );

/** What they had to be told is what the runbook lacks. */
export const saysWhy: Rule<'demonstration/ended'> = (_, {result, remark = ''}) =>
  result === 'unaided' || remark.trim() !== ''
    ? undefined
    : refused(
        'remark',
        result === 'failed'
          ? 'Nothing says why it failed.'
          : 'Nothing says what they had to be told.',
        'Say it in a few words: the runbook has to say it from now on.',
      );
