import {allItems} from '../../playbook/walk.ts';
import {openFollowUps} from '../afterwards/follow-ups.ts';
import {stepItems} from '../items/items.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {itemPlace} from '../model/place.ts';
import {itemState} from '../model/item-state.ts';
import {lastTry} from '../session/demonstrations.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** `2 points are still open`. */
function openWords(count: number): string {
  return `${count === 1 ? 'One point is' : `${count} points are`} still open.`;
}

/** What the program knows is settled by that fact alone; a person can only say that it does not apply. */
export const factsSettle: Rule<'item/settled'> = (handoff, {item: id, status}) => {
  const found = allItems(handoff.playbook).find(({item}) => item.id === id);
  if (!found || status === 'not-applicable') return undefined;
  const {step, item} = found;
  const place = itemPlace(step, item);
  const isUndecided = itemState(handoff, id).status === 'not-applicable' && status === 'open';
  if (step.screen === 'demonstrations' && !isUndecided) {
    const result = lastTry(handoff, id)?.result;
    const isPerformed = result === 'unaided' || result === 'prompted';
    if (isPerformed === (status === 'done')) return undefined;
    return refused(
      'performed',
      isPerformed ? `"${item.text}" was performed.` : `"${item.text}" was not performed yet.`,
      'Performing it settles it: start it with s. n says that it does not apply.',
      place,
    );
  }
  if (status !== 'done') return undefined;
  if (step.screen === 'sign-off' && !isSignedOff(handoff))
    return refused(
      'signed',
      'Nobody has signed yet.',
      'Record the decision of the receiver on the step "Sign-off".',
      place,
    );
  const open = openFollowUps(handoff).length;
  // Only where nothing else is on the step does its item stand for the open points.
  if (step.screen === 'follow-ups' && stepItems(step).length === 1 && open > 0)
    return refused(
      'points-open',
      openWords(open),
      'Close them first, or say with n why not.',
      place,
    );
  return undefined;
};

/** Without a reason nobody can tell later why something does not apply. */
export const naHasReason: Rule<'item/settled'> = (_, {status, reason = ''}) =>
  status === 'not-applicable' && reason.trim() === ''
    ? refused(
        'reason',
        'An item that does not apply needs a reason.',
        'Say why it does not apply here.',
      )
    : undefined;
