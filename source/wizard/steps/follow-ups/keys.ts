import {reopening} from '../../../handoff/afterwards/closing-point.ts';
import type {FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {checkHolds} from '../../../handoff/rules/claim-rules.ts';
import {refusalWords} from '../../asking/refusal-words.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import type {View} from '../../view.ts';
import {followUpAsks} from './asks.ts';
import {sourceTitle} from './detail.ts';
import {followUpKey} from './rows.ts';
import {followUpsBindings} from './bindings.ts';
import {audienceKey} from '../items/audience-key.ts';
import {itemBindings} from '../items/item-bindings.ts';

/** The keys of an open point, and of one that was closed. */
export function followUpKeys(view: View, followUp: FollowUp): KeyLayer {
  const {handoff} = view;
  const asks = followUpAsks(view, followUp);
  const isClosed = followUp.state.closedAt !== undefined;
  const closedOff = isClosed ? {offBecause: 'It is closed. c opens it again.'} : {};
  const closed = {type: 'follow-up/closed', followUp: followUp.id, outcome: ''} as const;
  const asking = {actor: view.services.actor, now: view.now()};
  const closingOff = isClosed ? undefined : refusalWords(checkHolds(handoff, closed, asking));
  const reopen = () =>
    void view.dispatch(reopening(followUp), {
      select: followUpKey(followUp),
      said: `Open again: ${followUp.text}`,
    });
  return [
    {
      binding: itemBindings.goToSource,
      run: () => followUp.place && view.goTo(followUp.place, {isDetour: true}),
      isPrimary: true,
      ...(sourceTitle(handoff, followUp) === undefined
        ? {offBecause: 'It has no step of its own.'}
        : {}),
    },
    {
      binding: followUpsBindings.closeFollowUp,
      run: isClosed ? reopen : asks.outcome,
      isPrimary: true,
      label: isClosed ? 'open again' : followUp.kind === 'question' ? 'answer' : 'close',
      ...(closingOff === undefined ? {} : {offBecause: closingOff}),
    },
    {binding: itemBindings.owner, run: asks.owner, isPrimary: true, ...closedOff},
    {binding: itemBindings.due, run: asks.due, isPrimary: true, ...closedOff},
    ...audienceKey(view, {kind: 'follow-up', id: followUp.id}),
  ];
}
