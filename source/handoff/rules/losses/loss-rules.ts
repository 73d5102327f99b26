import {pointLoss, removalLoss, type Loss} from './losses.ts';
import {refused, type Refusal} from '../refused.ts';
import {rowLoss} from './row-losses.ts';
import type {Rule} from '../rule.ts';

/** What somebody has relied on is made less only with the reason, and both stay on record. */
function reasonRefusal(loss: Loss | undefined, reason = ''): Refusal | undefined {
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
