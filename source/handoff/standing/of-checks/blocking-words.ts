import type {CheckStanding} from './check-standing.ts';

/** `The required check "API is healthy" gave fail: status 503`; else why it does not count. */
export function blockingWords({name, state, why = '', record, isWeaker}: CheckStanding): string {
  const what = isWeaker ? `The check "${name}"` : `The required check "${name}"`;
  const hasGiven = state === 'fails' || state === 'unknown' || state === 'skipped';
  if (hasGiven && record && why === record.message) return `${what} gave ${record.outcome}: ${why}`;
  return `${what} does not count: ${why}.`;
}
