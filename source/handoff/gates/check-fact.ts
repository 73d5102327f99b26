import type {CheckRecord} from '../model/check-run.ts';
import type {Fact} from '../model/gate-waiver.ts';
import type {CheckStanding} from '../standing/of-checks/check-standing.ts';
import {digestOf} from '../standing/digest.ts';

/** Times and sizes differ from run to run and say nothing new; a count or a status does. */
const swinging =
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\S+)?|\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?|\b\d+(?:[.,]\d+)?\s*(?:µs|ms|s|min|h|d|[KMGT]?i?B)\b/gu;

function settled(text: string): string {
  return text.replaceAll(swinging, '…').trim();
}

/**
 * How a check does not hold: its outcome, and what was found instead of what was expected. The same
 * failure in the next run is the same fact; another one is not.
 */
export function checkFact({outcome, message, findings}: CheckRecord): Fact {
  const wrong = findings
    .filter(({isMet}) => !isMet)
    .map(({subject, expected, actual}) => [subject, expected, settled(actual)]);
  const what = digestOf(wrong.length > 0 ? wrong : settled(message));
  return {[`${outcome} ${what}`]: 1};
}

/** How a check stands in the way, as a waiver is held against it. */
export function blockingFact({state, isWeaker, record}: CheckStanding): Fact {
  const hasGiven = state === 'fails' || state === 'unknown' || state === 'skipped';
  const given = hasGiven && record ? checkFact(record) : {[state]: 1};
  return isWeaker ? {...given, weaker: 1} : given;
}
