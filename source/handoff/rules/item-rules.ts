import {reasonProblem} from '../gates/requirement.ts';
import {itemAt} from '../items/item-at.ts';
import {factReading} from '../standing/item-standing.ts';
import {settlingFact} from '../standing/settled-by.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemPlace} from '../model/place.ts';
import {itemState} from '../model/item-state.ts';
import {refused, type Refusal} from './refused.ts';
import type {Rule} from './rule.ts';

/**
 * What the program can know is settled by that fact alone: nobody ticks what has not happened, and
 * nobody unticks what has.
 */
export const factsSettle: Rule<'item/settled'> = (handoff, {item: id, status}) => {
  const at = itemAt(handoff, id);
  if (!at) return undefined;
  const {step, item} = at;
  const reading = factReading(handoff, at);
  switch (reading.state) {
    case 'said':
      return undefined;
    case 'holds': {
      // Saying that it applies after all is no claim.
      const isRight = status === 'done' || itemState(handoff, id).status === 'not-applicable';
      return isRight
        ? undefined
        : refused(
            'fact-holds',
            `"${item.text}" is settled by what has happened.`,
            'Take back what settled it, if that was a mistake.',
            itemPlace(step, item),
          );
    }
    case 'void':
      return status === 'done'
        ? refused(
            'fact-waits',
            `"${item.text}" cannot be done. ${reading.why}.`,
            'It counts as not applicable; correct the record of the session if that is wrong.',
            itemPlace(step, item),
          )
        : undefined;
    case 'waits':
      return status === 'done'
        ? refused(
            'fact-waits',
            `"${item.text}" cannot be done yet. ${reading.text}`,
            'It is done by itself then; n says why it does not apply.',
            reading.place ?? itemPlace(step, item),
          )
        : undefined;
  }
};

/** Whether an item always applies, whatever the reason. */
export function alwaysApplies(
  handoff: Handoff,
  {item: id}: {readonly item: string},
): Refusal | undefined {
  const at = itemAt(handoff, id);
  return at && settlingFact(handoff, at.step, at.item) === 'sign-off'
    ? refused(
        'na-sign-off',
        'A handoff without the decision of its receiver is none.',
        'Record the decision on the step "Sign-off"; a refusal can be recorded as well.',
      )
    : undefined;
}

/** Without a reason nobody can tell later why something does not apply. */
export const naHasReason: Rule<'item/settled'> = (handoff, {item: id, status, reason = ''}) => {
  if (status !== 'not-applicable') return undefined;
  if (reason.trim() === '')
    return refused(
      'reason',
      'An item that does not apply needs a reason.',
      'Say why it does not apply here.',
    );
  const never = alwaysApplies(handoff, {item: id});
  if (never) return never;
  const at = itemAt(handoff, id);
  if (!at || settlingFact(handoff, at.step, at.item) === undefined) return undefined;
  const problem = reasonProblem(handoff, reason);
  return problem === undefined
    ? undefined
    : refused(
        'reason',
        `It would stand for what nobody did, but ${problem}.`,
        'Say why it does not apply here.',
      );
};
