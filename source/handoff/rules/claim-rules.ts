import {findPlaceholder} from '../registers/find-placeholder.ts';
import {readFollowUpId} from '../afterwards/follow-up-id.ts';
import {openFollowUps, followUps} from '../afterwards/follow-ups.ts';
import {isWaivedByName, leavesPoint} from '../afterwards/sources/check-sources.ts';
import {placeOn} from '../model/place.ts';
import {checkStanding, checkWords, isGreen} from '../standing/of-checks/check-standing.ts';
import {transitionEnd} from '../afterwards/transition-period.ts';
import {addDays, dayIn} from '../time/schedule.ts';
import {dateWords} from '../time/wording.ts';
import type {Handoff} from '../model/handoff.ts';
import {refused, type Refusal} from './refused.ts';
import type {Rule} from './rule.ts';
import {receiverRefusal} from './people/sides.ts';
import {gateRefusal} from './session-rules.ts';

export const receiverDecides: Rule<'sign-off/recorded'> = (handoff, {name}) =>
  receiverRefusal(handoff, name, {
    code: 'signer',
    cannot: ' and cannot accept it as well',
    instead: 'Name who decides for the receiver.',
  });

/** A refusal can be recorded at any time; an acceptance is of what was shown to hold. */
export const gateLetsSign: Rule<'sign-off/recorded'> = (handoff, {decision}, asking) =>
  decision === 'declined' ? undefined : gateRefusal(handoff, 'closing', asking);

export const saysWhat: Rule<'sign-off/recorded'> = (
  _,
  {decision, conditions = [], remarks = '', role},
) => {
  if (role.trim() === '')
    return refused(
      'role',
      'Nothing says what the person is.',
      'Say it, such as head of operations.',
    );
  if (decision === 'accepted' && conditions.some((text) => text.trim() !== ''))
    return refused(
      'conditions-left-out',
      'Conditions are named, and an acceptance without conditions would leave them out.',
      'Accept with conditions, or name none.',
    );
  const isBare =
    (decision === 'declined' && remarks.trim() === '') ||
    (decision === 'accepted-with-conditions' && conditions.every((text) => text.trim() === ''));
  if (!isBare) return undefined;
  return decision === 'declined'
    ? refused('decline-reason', 'Nothing says why it is declined.', 'Say the reason.')
    : refused('conditions', 'No condition is named.', 'Name at least one, or accept without.');
};

const noSuchPoint = refused(
  'point-gone',
  'There is no such open point.',
  '"handoff-wizard status" shows them.',
);

export function isOpenPoint(
  handoff: Handoff,
  {followUp}: {readonly followUp: string},
): Refusal | undefined {
  if (openFollowUps(handoff).some(({id}) => id === followUp)) return undefined;
  return followUps(handoff).some(({id}) => id === followUp)
    ? refused('point-closed', 'This point is closed.', 'c opens it again.')
    : noSuchPoint;
}

/** A check says itself whether it holds; who closes its point by hand has to have it waived. */
export const checkHolds: Rule<'follow-up/closed'> = (handoff, {followUp}, {now}) => {
  const source = readFollowUpId(followUp);
  if (source?.kind !== 'check') return undefined;
  const standing = checkStanding(handoff, source.subject, now);
  if (!standing || isGreen(standing) || !leavesPoint(standing)) return undefined;
  // Where it does not apply, no run can settle it.
  if (standing.record?.isInapplicable || isWaivedByName(handoff, standing, now)) return undefined;
  return refused(
    'check-fails',
    `The check "${standing.name}" does not hold: ${standing.why ?? checkWords[standing.state]}`,
    'Run it again once it is mended, and its point goes by itself; what has to stay is waived by name.',
    placeOn(handoff.playbook, 'checks', {kind: 'check', name: standing.name}),
  );
};

export const isClosedPoint: Rule<'follow-up/reopened'> = (handoff, change) => {
  if (handoff.followUps[change.followUp]?.closedAt !== undefined) return undefined;
  return followUps(handoff).some(({id}) => id === change.followUp)
    ? refused('point-open', 'This point is open.', 'Nothing has to be done.')
    : noSuchPoint;
};

export const hasOutcome: Rule<'follow-up/closed'> = (_, {outcome}) =>
  outcome.trim() === '' || findPlaceholder(outcome) !== undefined
    ? refused('outcome', 'Nothing says what came of it.', 'Say it in a few words.')
    : undefined;

export const isLater: Rule<'transition/extended'> = (handoff, {until, reason}, {now}) => {
  const today = dayIn(handoff.timeZone, now);
  const end = transitionEnd(handoff);
  if (end !== undefined && until <= end)
    return refused(
      'transition-end',
      `It lasts until ${dateWords(end, today)} already.`,
      `Type a later day, such as ${addDays(end, 7)}.`,
    );
  if (until < today)
    return refused('transition-end', `${until} is in the past.`, `Type ${today} or a later day.`);
  return reason.trim() === ''
    ? refused(
        'transition-reason',
        'A reason is needed.',
        'Say it, such as "The restore has to be repeated".',
      )
    : undefined;
};
