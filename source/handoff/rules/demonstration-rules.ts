import {runningDemonstration} from '../session/demonstrations.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';
import {isOnePerson, mayBeOnePerson, personRefusal, receiverRefusal} from './sides.ts';

export const noOtherRuns: Rule<'demonstration/started'> = (handoff) =>
  runningDemonstration(handoff)
    ? refused(
        'demonstration-runs',
        'A demonstration is going on.',
        'End it with 1, 2 or 3, or take it back with u.',
      )
    : undefined;

/** Somebody who can do it already shows nothing. */
export const receiverPerforms: Rule<'demonstration/started'> = (handoff, {performer}) =>
  receiverRefusal(handoff, performer, {
    code: 'performer',
    instead: 'Somebody who takes it over has to perform it.',
  });

/** What one has done oneself, one has not seen done. */
export const otherWatches: Rule<'demonstration/started'> = (handoff, {performer, observer}) => {
  const advice = 'Name who sees it and says how it went.';
  const nobody = personRefusal(observer, 'observer', advice);
  if (nobody) return nobody;
  if (!mayBeOnePerson(handoff, performer, observer)) return undefined;
  return isOnePerson(handoff, performer, observer)
    ? refused('observer', `${performer} performs it, so somebody else has to watch.`, advice)
    : refused(
        'observer',
        `${observer} may be ${performer}, who performs it.`,
        'Write the name out in full.',
      );
};

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
