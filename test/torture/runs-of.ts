import {amount} from '../harness/amount.ts';

/** How many runs a property gets: `few` in the tests, and thirty times as many where all is asked for, as in the torture. */
export function runsOf(few: number): {readonly numRuns: number} {
  return {numRuns: amount(few, few * 30)};
}
