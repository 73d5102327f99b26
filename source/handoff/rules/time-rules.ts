import {isAhead} from '../time/clock-skew.ts';
import {dateWords} from '../time/wording.ts';
import {dayIn} from '../time/schedule.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** Nothing that is told of has happened after now. */
export const hasBreakBeen: Rule<'session/break-counted'> = (
  {session},
  {startedAt, endedAt},
  {now},
) => {
  if (Date.parse(endedAt) > Date.parse(now))
    return refused('ahead', 'The break ends after now.', 'Count it once it is over.');
  const {startedAt: begun = startedAt} = session;
  return isAhead(begun, startedAt)
    ? refused(
        'break-before',
        'The break begins before the session did.',
        'Count only what lies in the session.',
      )
    : undefined;
};

/** A plan is of what is to come; what was held shows when it started. */
export const isPlannedAhead: Rule<'session/planned'> = ({timeZone}, {startsAt}, {now}) =>
  isAhead(now, startsAt)
    ? refused(
        'plan-past',
        `${dateWords(dayIn(timeZone, startsAt), dayIn(timeZone, now))} at that time is past.`,
        'Plan a time that is still to come.',
      )
    : undefined;
