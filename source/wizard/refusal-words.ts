import type {Change} from '../handoff/changes/catalogue.ts';
import {foldAsked} from '../handoff/changes/fold.ts';
import {toAction} from '../handoff/changes/journal.ts';
import {refusal} from '../handoff/rules/refusal.ts';
import type {Refusal} from '../handoff/rules/refused.ts';
import type {View} from './view.ts';

/** A refusal as it is said under a field and beside a key that is off; nothing where there is none. */
export function refusalWords(refused: Refusal | undefined): string | undefined {
  return refused && `${refused.message} ${refused.try}`;
}

/** Why a change may not be now, in the words in which the store would refuse it; nothing when it may. */
export function refusedBecause(
  view: Pick<View, 'live' | 'services' | 'now'>,
  change: Change,
): string | undefined {
  const {handoff, journal} = view.live.snapshot();
  const asking = {actor: view.services.actor, now: view.now()};
  return refusalWords(refusal({handoff, journal}, change, asking));
}

/**
 * Why an answer cannot be kept as the changes that it makes, one after the other; nothing when it
 * can, or when only a reason is wanting, which is asked for then. A question asks this before it
 * closes, so that nothing typed is lost to a refusal.
 */
export function answerProblem(
  view: Pick<View, 'live' | 'services' | 'now'>,
  ...changes: readonly Change[]
): string | undefined {
  const {journal, ...snapshot} = view.live.snapshot();
  const asking = {actor: view.services.actor, now: view.now()};
  let {handoff} = snapshot;
  for (const change of changes) {
    const refused = refusal({handoff, journal}, change, asking);
    if (refused) return asksForReason(refused) ? undefined : refusalWords(refused);
    const stamp = {id: 'asked', at: asking.now, actor: asking.actor};
    handoff = foldAsked(handoff, journal, toAction(journal, change, stamp));
  }
  return undefined;
}

/** Whether a refused change can still be made, once the person has said why. */
export function asksForReason({code}: Refusal): boolean {
  return code === 'needs-reason';
}
