import type {Change} from '../handoff/changes/catalogue.ts';
import {foldAsked} from '../handoff/changes/fold.ts';
import {toAction} from '../handoff/changes/journal.ts';
import {refusal} from '../handoff/rules/refusal.ts';
import type {Refusal} from '../handoff/rules/refused.ts';
import type {Asking} from '../handoff/rules/rule.ts';
import type {Folded} from './snapshot.ts';

/** Why the first of some changes, asked for one after the other, may not be; nothing when all may. */
export function refusalOf(
  {handoff: before, journal}: Folded,
  changes: readonly Change[],
  asking: Asking,
): Refusal | undefined {
  let handoff = before;
  for (const [index, change] of changes.entries()) {
    const refused = refusal({handoff, journal}, change, asking);
    if (refused) return refused;
    if (index === changes.length - 1) break;
    const stamp = {id: 'asked', at: asking.now, actor: asking.actor};
    handoff = foldAsked(handoff, journal, toAction(journal, change, stamp));
  }
  return undefined;
}
