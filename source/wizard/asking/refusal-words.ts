import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Refusal} from '../../handoff/rules/refused.ts';
import type {RunView} from '../run-view.ts';

/** A refusal as it is said under a field and beside a key that is off; nothing where there is none. */
export function refusalWords(refused: Refusal | undefined): string | undefined {
  return refused && `${refused.message} ${refused.try}`;
}

/** Why a change may not be now, in the words in which the store would refuse it; nothing when it may. */
export function refusedBecause({live}: Pick<RunView, 'live'>, change: Change): string | undefined {
  return refusalWords(live.refusal(change));
}

/**
 * Why an answer cannot be kept as the changes that it makes, one after the other; nothing when it
 * can, or when only a reason is wanting, which is asked for then. A question asks this before it
 * closes, so that nothing typed is lost to a refusal.
 */
export function answerProblem(
  {live}: Pick<RunView, 'live'>,
  ...changes: readonly Change[]
): string | undefined {
  const refused = live.refusal(...changes);
  return refused && asksForReason(refused) ? undefined : refusalWords(refused);
}

/** Whether a refused change can still be made, once the person has said why. */
export function asksForReason({code}: Refusal): boolean {
  return code === 'needs-reason';
}
