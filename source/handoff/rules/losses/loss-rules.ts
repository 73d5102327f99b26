import {calendarLoss} from './calendar-loss.ts';
import {pointLoss, removalLoss, type Loss} from './losses.ts';
import type {Audience} from '../../../playbook/playbook.ts';
import {calendarOf, usualCalendar} from '../../time/business-calendar.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {Line} from '../../model/place.ts';
import {refused, type Refusal} from '../refused.ts';
import {audienceLoss} from './audience-loss.ts';
import {rowLoss} from './row-losses.ts';
import {sizeLoss} from './size-loss.ts';
import type {Rule} from '../rule.ts';

/** What somebody has relied on is made less only with the reason, and both stay on record. */
export function reasonRefusal(loss: Loss | undefined, reason = ''): Refusal | undefined {
  if (!loss?.needsReason || reason.trim() !== '') return undefined;
  const text = loss.text.replace(/^./u, (first) => first.toUpperCase());
  return refused(
    'needs-reason',
    `Somebody has relied on this, so it stays on record: ${text}.`,
    'Say why; the reason stays beside it.',
    loss.place,
  );
}

export const removalIsReasoned: Rule<'record/removed'> = (handoff, {record, reason}) =>
  reasonRefusal(removalLoss(handoff, record), reason);

export const rowChangeIsReasoned: Rule<'record/changed'> = (handoff, change, {now}) =>
  reasonRefusal(rowLoss(handoff, change, now), change.reason);

export const moveIsReasoned: Rule<'follow-up/changed'> = (handoff, change, {now}) =>
  reasonRefusal(pointLoss(handoff, change, now), change.reason);

/** Since this version business days that were told move only with the reason. */
const firstWithCalendars = 5;

export const calendarIsReasoned: Rule<'calendar/set'> = (handoff, change, {now, v}) =>
  v !== undefined && v < firstWithCalendars
    ? undefined
    : reasonRefusal(
        calendarLoss(handoff, calendarOf({...usualCalendar, ...change}), now),
        change.reason,
      );

export const sizeIsReasoned: Rule<'handoff/sized'> = (handoff, change) =>
  reasonRefusal(sizeLoss(handoff, change), change.reason);

const named = {item: 'item', row: 'record', note: 'note', 'follow-up': 'followUp'} as const;
type Named = typeof named;

type Addressing<K extends keyof Named> = {readonly [F in Named[K]]: string} & {
  readonly audience: Audience;
  readonly reason?: string;
};

/** What the customer was told of is kept from them only with a reason. */
export function addressIsReasoned<K extends keyof Named>(kind: K) {
  return (handoff: Handoff, change: Addressing<K>): Refusal | undefined => {
    const line = {kind, id: change[named[kind]]} as Line;
    return reasonRefusal(audienceLoss(handoff, line, change.audience), change.reason);
  };
}
