import {allItems} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemPlace} from '../model/place.ts';
import {readClock} from '../session/session-clock.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {itemAt} from '../items/item-at.ts';
import {removedItemLoss} from '../taking-over/added-items.ts';
import {namedIn} from '../taking-over/named-in.ts';
import {reasonRefusal} from './losses/loss-rules.ts';
import {refused, type Refusal} from './refused.ts';
import type {Rule} from './rule.ts';

function acceptedRefusal(handoff: Handoff, advice: string): Refusal | undefined {
  return isSignedOff(handoff)
    ? refused('accepted', 'The receiver has accepted this handoff as it is.', advice)
    : undefined;
}

/** What was accepted was accepted by the playbook that it had then. */
export const takesOverInTime: Rule<'playbook/taken-over'> = (handoff) =>
  acceptedRefusal(handoff, 'Start another handoff with the new version of the playbook.');

/** Nobody has the agenda changed while they talk. */
export const takesOverAtRest: Rule<'playbook/taken-over'> = (handoff, _, {now}) => {
  const {state} = readClock(handoff.session, now);
  return state === 'running' || state === 'paused'
    ? refused(
        'session-goes-on',
        'The session goes on by the playbook that it began with.',
        'Take the new version over when it has ended.',
      )
    : undefined;
};

/** Only a handoff marks items as its own, or as something that was. */
export const isOfFile: Rule<'playbook/taken-over'> = (_, {playbook}) => {
  const own = allItems(playbook).find(({item}) => item.isAdded || item.isGone);
  return own
    ? refused(
        'not-of-file',
        `No file says that "${own.item.text}" is gone, or was added.`,
        'Take over what the file says.',
      )
    : undefined;
};

export const addsInTime: Rule<'item/added'> = (handoff) =>
  acceptedRefusal(handoff, 'Write what is left to do as the follow-up of another handoff.');

/** What stands in the team's file is not taken out of one handoff alone. */
export const isOwnItem: Rule<'item/removed'> = (handoff, {item: id}) => {
  const at = itemAt(handoff, id);
  if (!at || at.item.isAdded) return undefined;
  return refused(
    'not-added',
    `"${at.item.text}" stands in the playbook.`,
    'Say with n why it does not apply here.',
    itemPlace(at.step, at.item),
  );
};

/** What something else rests on stays: a demonstration, a note, a waiver. */
export const isSpokenOfNowhere: Rule<'item/removed'> = (handoff, {item: id}) => {
  const at = itemAt(handoff, id);
  if (!at || !namedIn(handoff).has(id)) return undefined;
  return refused(
    'spoken-of',
    `Something in the handoff speaks of "${at.item.text}".`,
    'Say with n why it does not apply any more.',
    itemPlace(at.step, at.item),
  );
};

export const itemRemovalIsReasoned: Rule<'item/removed'> = (handoff, {item, reason}) =>
  reasonRefusal(removedItemLoss(handoff, item), reason);
