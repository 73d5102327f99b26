import {proofByHand} from '../../handoff/changes/run-proof.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import {answerProblem} from '../asking/refusal-words.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {rowKey} from '../list/selected-line.ts';
import type {View} from '../view.ts';
import {verifyAfter} from './verify-after.ts';

function isMetBy(text: string): boolean | undefined {
  const answer = text.trim().toLowerCase();
  return ['y', 'yes'].includes(answer) ? true : ['n', 'no'].includes(answer) ? false : undefined;
}

/** What has to show afterwards that all is well is run before it is recorded that it worked. */
async function keep(
  view: View,
  record: HandoffRecord,
  actual: string,
  isMet: boolean,
): Promise<boolean> {
  const verifying = isMet
    ? verifyAfter(view, record, AbortSignal.any([])).catch(
        (error: unknown) => problemMessage(error).text,
      )
    : Promise.resolve(undefined);
  view.holdKeysDuring(verifying);
  const unverified = await verifying;
  if (unverified !== undefined) {
    view.say({text: unverified, token: 'warning'});
    return false;
  }
  return view.dispatch([proofByHand(record, {isMet, actual, ranAt: view.now()})], {
    select: rowKey(record.id),
    said: `${isMet ? 'Recorded as working' : 'Recorded as failed'}: ${recordTitle(record)}.`,
  });
}

/** Asks what was done and seen when somebody tried a runbook, and whether that is what it promises. */
export async function askWhatWasSeen(view: View, record: HandoffRecord): Promise<void> {
  const actual = await view.ask({
    label: 'Done and seen',
    hint: 'What was done on the system, and what was seen then.',
    problemWith: (text) =>
      /\p{L}{2}/u.test(text)
        ? undefined
        : 'Say what was seen, such as "Orders came in again after 20 s".',
  });
  if (actual === undefined) return;
  await view.ask({
    label: 'As expected',
    hint: `yes or no. Expected: ${fieldText(record, 'expected') || 'not said yet'}`,
    enter: 'record it',
    problemWith(text) {
      const isMet = isMetBy(text);
      if (isMet === undefined) return 'Type yes or no.';
      // What is still to be run is run first; only then can the rules judge it.
      return isMet && verifiedWith(record) === undefined
        ? answerProblem(view, proofByHand(record, {isMet, actual, ranAt: view.now()}))
        : undefined;
    },
    keep: (text) => keep(view, record, actual, isMetBy(text) === true),
  });
}
