import {recordTitle} from '../registers/records.ts';
import {demonstrationItems} from '../session/demonstration-items.ts';
import {runningDemonstration} from '../session/demonstrations.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';
import {isOnePerson, mayBeOnePerson, personRefusal, receiverRefusal} from './people/sides.ts';

export const noOtherRuns: Rule<'demonstration/started'> = (handoff) =>
  runningDemonstration(handoff)
    ? refused(
        'demonstration-runs',
        'A demonstration is going on.',
        'End it with 1, 2 or 3, or take it back with u.',
      )
    : undefined;

/** Only what the playbook asks to be performed is a demonstration, and it is read from a runbook. */
export const isTask: Rule<'demonstration/started'> = (handoff, {item, runbook}) => {
  const tasks = demonstrationItems(handoff);
  if (tasks.length > 0 && !tasks.some(({id}) => id === item))
    return refused(
      'no-demonstration',
      `"${item}" is no task that is performed in the session.`,
      '"handoff-wizard status" shows the demonstrations.',
    );
  const row = handoff.records.find(({id}) => id === runbook);
  return row && row.register !== 'runbooks'
    ? refused('no-runbook', `"${recordTitle(row)}" is no runbook.`, 'Name a runbook.')
    : undefined;
};

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
