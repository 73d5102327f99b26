import {mayReadItem, rowsReadBy} from '../../../handoff/audience/readable.ts';
import type {Audience} from '../../../playbook/playbook.ts';
import {demonstrationItems} from '../../../handoff/session/demonstration-items.ts';
import {triesOf} from '../../../handoff/session/demonstrations.ts';
import type {Demonstration} from '../../../handoff/model/demonstration.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {vendorNamed} from '../../../handoff/rules/people/sides.ts';
import {
  demonstrationStanding,
  type DemonstrationStanding,
} from '../../../handoff/standing/demonstration-standing.ts';
import {runbookTitle} from '../runbook-title.ts';
import {followedAnother} from '../../../handoff/standing/followed-runbook.ts';

/** One time that somebody performed a task. */
export interface TryData {
  /** `not counted` where somebody performed it who hands the system over. */
  readonly result: 'unaided' | 'prompted' | 'failed' | 'going on' | 'not counted';
  readonly performer: string;
  readonly observer: string;
  readonly at: string;
  /** Milliseconds; nothing while it goes on. */
  readonly length: number | null;
  /** What they had to be told, or why it failed. */
  readonly remark: string | null;
  /** What the runbook has become since, such as `from an earlier version of "Restart"`. */
  readonly earlier: string | null;
}

/** A task that the receiver performs from the runbook alone. */
export interface DemonstrationData {
  readonly task: string;
  readonly result: TryData['result'] | DemonstrationStanding['state'];
  /** Why it does not apply, or does not count. */
  readonly reason: string | null;
  /** The title of the runbook that was followed last; null where nobody kept which it was. */
  readonly runbook: string | null;
  /** The latest last. */
  readonly tries: readonly TryData[];
}

function toTry(handoff: Handoff, shown: Demonstration): TryData {
  const {result, performer, observer, startedAt, endedAt, remark} = shown;
  const isCounted = vendorNamed(handoff, performer) === undefined;
  return {
    result: result === undefined ? 'going on' : isCounted ? result : 'not counted',
    performer,
    // Somebody performed it alone, and told of it in an answer.
    observer: observer || 'nobody, by their own word',
    at: startedAt,
    length: endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null,
    remark: remark ?? null,
    earlier: followedAnother(handoff, shown) ?? null,
  };
}

/** Every task of the critical set with how it went; the last try with a result counts. */
export function demonstrationsData(handoff: Handoff, audience: Audience): DemonstrationData[] {
  const items = demonstrationItems(handoff).filter((item) => mayReadItem(handoff, audience, item));
  return items.map(({id, text}) => {
    const all = triesOf(handoff, id);
    const tries = all.map((shown) => toTry(handoff, shown));
    const followed = all.findLast(({runbook}) => runbook !== undefined)?.runbook;
    const row = rowsReadBy(handoff, audience, 'runbooks').find((each) => each.id === followed);
    const {state, why} = demonstrationStanding(handoff, id);
    const isFirstTry = state === 'never performed' && tries.length > 0;
    return {
      task: text,
      result: isFirstTry ? 'going on' : state,
      reason: why ?? null,
      runbook: row ? runbookTitle(row) : null,
      tries,
    };
  });
}
