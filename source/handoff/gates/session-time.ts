import {otherSide} from '../rules/people/sides.ts';
import {agendaMinutes} from '../../playbook/walk.ts';
import {driverTimes, plannedShare} from '../session/driver-share.ts';
import {isLeftOut} from '../items/asked.ts';
import {workItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';
import {isSettled} from '../items/progress.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {timeInBlock} from '../session/session-clock.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import {itemPlace, stepWith} from '../model/place.ts';
import {isAbsent, keeperOf, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const minute = 60_000;

/** A session is planned, long enough, and with somebody of the receiver. */
export function planMissing(handoff: Handoff): Requirement[] {
  const step = stepWith(handoff.playbook, 'plan');
  if (!step) return [];
  const missing = {mistake: 'rushed', isPast: false, place: {step: step.id}} as const;
  const {plan} = handoff;
  const agenda = stepWith(handoff.playbook, 'agenda');
  const floor = Math.max(
    gateSettings(handoff).sessionMinutes,
    agenda ? agendaMinutes(agenda).min : 0,
  );
  const keeper = keeperOf(handoff, 'attendees');
  const receivers = recordsOf(handoff, 'attendees').filter(
    (record) =>
      fieldText(record, 'side') !== 'vendor' &&
      otherSide(handoff, fieldText(record, 'name')) === undefined,
  );
  return [
    ...(plan ? [] : [{...missing, id: 'plan', text: 'No session is planned.', fact: isAbsent}]),
    ...(plan && plan.minutes < floor
      ? [
          {
            ...missing,
            id: 'plan length',
            text: `The session is planned for ${plan.minutes} min; its blocks need ${floor} min.`,
            fact: {minutes: floor - plan.minutes},
          },
        ]
      : []),
    ...(keeper && receivers.length === 0
      ? [
          {
            ...missing,
            id: 'attendees',
            text: 'Nobody of the receiver is among the attendees.',
            fact: isAbsent,
            place: itemPlace(step, keeper.item),
          },
        ]
      : []),
  ];
}

/**
 * Each block had its time, each topic its turn, and the customer the keyboard: time spent goes with
 * how complete a handoff is (BMC Medical Education 2024, n = 177).
 */
export function sessionTimeMissing(handoff: Handoff, now: string): Requirement[] {
  const step = stepWith(handoff.playbook, 'agenda');
  if (!step) return [];
  const {session} = handoff;
  const missing = {mistake: 'rushed', isPast: false, place: {step: step.id}} as const;
  if (!session.startedAt)
    return [{...missing, id: 'session', text: 'The session has not been held.', fact: isAbsent}];
  const short = step.items.flatMap((block): Requirement[] => {
    const {id, text, minutes} = block;
    const spent = timeInBlock(session, id, now);
    if (!minutes || spent >= minutes.min * minute || isLeftOut(handoff, block)) return [];
    const words = `"${text}" had ${Math.floor(spent / minute)} of at least ${minutes.min} min.`;
    return [
      {
        ...missing,
        id: requirementId('time', id),
        text: words,
        fact: {minutes: minutes.min - Math.floor(spent / minute)},
        isPast: true,
        place: itemPlace(step, block),
      },
    ];
  });
  const uncovered = workItems(handoff, step)
    .filter((item) => !isSettled(handoff, item))
    .map((item) => ({
      ...missing,
      id: requirementId('topic', item.id),
      text: `The topic "${item.text}" was not covered.`,
      fact: isAbsent,
      place: itemPlace(step, item),
    }));
  return [...short, ...uncovered, ...driven(handoff, now)];
}

function driven(handoff: Handoff, now: string): Requirement[] {
  const step = stepWith(handoff.playbook, 'agenda');
  const {handsOnBlock, handsOnPercent} = gateSettings(handoff);
  const block = step?.items.find(({id}) => id === handsOnBlock);
  if (!step || !block) return [];
  const percent = plannedShare(driverTimes(handoff.session, now, block.id), block.minutes) ?? 0;
  if (percent >= handsOnPercent) return [];
  return [
    {
      id: requirementId('driven', block.id),
      mistake: 'not understood',
      text: `The customer had the keyboard for ${percent} % of "${block.text}"; at least ${handsOnPercent} % is theirs.`,
      fact: {percent: handsOnPercent - percent},
      isPast: true,
      place: itemPlace(step, block),
    },
  ];
}
