import {nextCheckIn, transitionOwner} from '../afterwards/transition-period.ts';
import {dutiesReadBy, expiriesReadBy, openPointsReadBy} from '../audience/readable.ts';
import type {Handoff} from '../model/handoff.ts';
import {personNamed, receivingSides} from '../people/people.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {hasSession} from '../session/has-session.ts';
import {acceptanceStanding} from '../standing/acceptance-standing.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {dayIn, dueSortKey, type Due} from '../time/schedule.ts';

/** What whoever takes over does next. */
export interface NextStep {
  /** Without a full stop. */
  readonly text: string;
  readonly owner?: string;
  /** The last day for it, or the moment at which it takes place. */
  readonly due?: Due;
}

function approver(handoff: Handoff): Pick<NextStep, 'owner'> {
  const [first] = recordsOf(handoff, 'approvers');
  const owner = first && fieldText(first, 'name');
  return owner ? {owner} : {};
}

function beforeSession({plan, timeZone, createdBy}: Handoff, now: string): NextStep {
  const isAhead = plan && Date.parse(plan.startsAt) + plan.minutes * 60_000 >= Date.parse(now);
  if (!isAhead) return {text: `Agree with ${createdBy} on a day for the handoff session`};
  const due = {date: dayIn(timeZone, plan.startsAt), instant: plan.startsAt};
  return {
    text: 'Sign in with your own account, read the runbooks, and take part in the session',
    due,
  };
}

/** What the receiver's own people owe, or have to do on a day; the soonest first. */
function ownDuties(handoff: Handoff, now: string): readonly NextStep[] {
  const sides = receivingSides(handoff);
  const isReceiver = (name: string | undefined) => {
    const side = name === undefined ? undefined : personNamed(handoff, name)?.side;
    return side !== undefined && sides.includes(side);
  };
  const dated = dutiesReadBy(handoff, 'customer', now).filter(({kind}) => kind !== 'check-in');
  const undated = openPointsReadBy(handoff, 'customer').filter(({due}) => due === undefined);
  return [
    ...dated.toSorted((a, b) => (dueSortKey(a.due) < dueSortKey(b.due) ? -1 : 1)),
    ...(handoff.session.endedAt ? undated : []),
  ]
    .filter(({owner}) => isReceiver(owner))
    .map(({text, owner, due}) => ({text, ...(owner ? {owner} : {}), ...(due ? {due} : {})}));
}

function untilDecision(handoff: Handoff, now: string): NextStep {
  const [own] = ownDuties(handoff, now);
  if (own) return own;
  const checkIn = nextCheckIn(handoff);
  if (checkIn) {
    const text = `Bring what came up to check-in ${checkIn.number} with ${transitionOwner(handoff)}`;
    return {text, due: {date: checkIn.due}};
  }
  return {text: 'Decide whether to accept the system', ...approver(handoff)};
}

/** What ends or is due next on a system that was accepted. */
function inOperation(handoff: Handoff, now: string): NextStep | undefined {
  const today = dayIn(handoff.timeZone, now);
  const next = expiriesReadBy(handoff, 'customer', now).find(({date}) => date >= today);
  if (!next) return undefined;
  return {text: next.text, due: {date: next.date}, ...(next.owner ? {owner: next.owner} : {})};
}

/**
 * What the receiver does next, from what they may read; nothing where nothing waits for them.
 *
 * @param now ISO 8601
 */
export function nextForReceiver(handoff: Handoff, now: string): NextStep | undefined {
  const {session} = handoff;
  const isHeld = hasSession(handoff);
  if (isHeld && !session.startedAt) return beforeSession(handoff, now);
  if (isHeld && !session.endedAt) return {text: 'Take part in the session, which is not over yet'};
  const {state, changed} = acceptanceStanding(handoff);
  if (state === 'changed since acceptance') {
    const parts = changed.length === 1 ? 'the change' : `the ${changed.length} changes`;
    return {text: `Look at ${parts} since the acceptance, and accept anew`, ...approver(handoff)};
  }
  const [own] = ownDuties(handoff, now);
  return isSignedOff(handoff) ? (own ?? inOperation(handoff, now)) : untilDecision(handoff, now);
}
