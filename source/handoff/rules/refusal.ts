import type {Change} from '../changes/catalogue.ts';
import {answerRefusal} from '../kits/answer-rules.ts';
import {boundChange} from './bound-waiver.ts';
import {unfit} from './fit.ts';
import {lawRefusal} from './law.ts';
import type {Refusal} from './refused.ts';
import type {Asking, Judged} from './rule.ts';
import {visibleRefusal} from './visible.ts';

/**
 * The one place that says whether a change may happen now; nothing when it may. The store asks it
 * before it writes; a key is off and a command refuses for the same reason, in the same words.
 */
export function refusal(judged: Judged, change: Change, asking: Asking): Refusal | undefined {
  const {handoff} = judged;
  // What is asked for is what would be written.
  const bound = boundChange(handoff, change, asking.now);
  return (
    unfit(judged, bound, asking.actor) ??
    visibleRefusal(bound) ??
    answerRefusal(handoff, bound, asking) ??
    lawRefusal(handoff, bound, asking)
  );
}
