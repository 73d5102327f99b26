import type {Change} from '../handoff/changes/catalogue.ts';
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

/** Whether a refused change can still be made, once the person has said why. */
export function asksForReason({code}: Refusal): boolean {
  return code === 'needs-reason';
}
