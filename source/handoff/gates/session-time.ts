import {agendaMinutes} from '../../playbook/walk.ts';
import {customerShare, driverTimes} from '../session/driver-share.ts';
import {workItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';
import {isSettled} from '../items/progress.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {timeInBlock} from '../session/session-clock.ts';
import {gateSettings} from '../model/gate-settings.ts';
import {keeperOf, stepWith, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const minute = 60_000;

/** A session is planned, long enough, and with somebody of the receiver. */
export function planMissing(handoff: Handoff): Requirement[] {
  const step = stepWith(handoff, 'plan');
  if (!step) return [];
  const missing = {mistake: 'rushed', step: step.id} as const;
  const {plan} = handoff;
  const agenda = stepWith(handoff, 'agenda');
  const floor = Math.max(
    gateSettings(handoff).sessionMinutes,
    agenda ? agendaMinutes(agenda).min : 0,
  );
  const keeper = keeperOf(handoff, 'attendees');
  const receivers = recordsOf(handoff, 'attendees').filter(
    (record) => fieldText(record, 'side') !== 'vendor',
  );
  return [
    ...(plan ? [] : [{...missing, id: 'plan', text: 'No session is planned.'}]),
    ...(plan && plan.minutes < floor
      ? [
          {
            ...missing,
            id: 'plan length',
            text: `The session is planned for ${plan.minutes} min; its blocks need ${floor} min.`,
          },
        ]
      : []),
    ...(keeper && receivers.length === 0
      ? [
          {
            ...missing,
            id: 'attendees',
            text: 'Nobody of the receiver is among the attendees.',
            item: keeper.item.id,
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
  const step = stepWith(handoff, 'agenda');
  if (!step) return [];
  const {session} = handoff;
  const missing = {mistake: 'rushed', step: step.id} as const;
  if (!session.startedAt)
    return [{...missing, id: 'session', text: 'The session has not been held.'}];
  const short = step.items.flatMap(({id, text, minutes}): Requirement[] => {
    const spent = timeInBlock(session, id, now);
    if (!minutes || spent >= minutes.min * minute) return [];
    const words = `"${text}" had ${Math.floor(spent / minute)} of at least ${minutes.min} min.`;
    return [{...missing, id: requirementId('time', id), text: words, item: id}];
  });
  const uncovered = workItems(step)
    .filter((item) => !isSettled(handoff, item))
    .map((item) => ({
      ...missing,
      id: requirementId('topic', item.id),
      text: `The topic "${item.text}" was not covered.`,
      item: item.id,
    }));
  return [...short, ...uncovered, ...driven(handoff, now)];
}

function driven(handoff: Handoff, now: string): Requirement[] {
  const step = stepWith(handoff, 'agenda');
  const {handsOnBlock, handsOnPercent} = gateSettings(handoff);
  const block = step?.items.find(({id}) => id === handsOnBlock);
  if (!step || !block) return [];
  const percent = customerShare(driverTimes(handoff.session, now, block.id)) ?? 0;
  if (percent >= handsOnPercent) return [];
  return [
    {
      id: requirementId('driven', block.id),
      mistake: 'not understood',
      text: `The customer had the keyboard for ${percent} % of "${block.text}"; at least ${handsOnPercent} % is theirs.`,
      step: step.id,
      item: block.id,
    },
  ];
}
