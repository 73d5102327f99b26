import {proofByHand} from '../../handoff/changes/run-proof.ts';
import {stepByHand} from '../../handoff/changes/run-steps.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {StepRun} from '../../handoff/model/proof.ts';
import {expectedWords, toldText} from '../../handoff/runbooks/expected-words.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import type {TextAsk} from '../asking/ask.ts';
import {answerProblem} from '../asking/refusal-words.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {rowKey} from '../list/selected-line.ts';
import type {RunView} from '../run-view.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';

const whatWasSeen: TextAsk = {
  label: 'Done and seen',
  hint: 'What was done on the system, and what was seen then.',
  problemWith: (text) =>
    /\p{L}{2}/u.test(text)
      ? undefined
      : 'Say what was seen, such as "Orders came in again after 20 s".',
};

function isMetBy(text: string): boolean | undefined {
  const answer = text.trim().toLowerCase();
  return ['y', 'yes'].includes(answer) ? true : ['n', 'no'].includes(answer) ? false : undefined;
}

/** What has to show afterwards that all is well is run before it is recorded that it worked. */
async function keep(
  view: RunView,
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

interface StepByHand {
  /** Runs what has to show that all is well, and says why it could not; nothing before the last step. */
  readonly verify: (() => Promise<string | undefined>) | undefined;
  /** Why a step cannot be recorded so; nothing where it can. */
  readonly refusal: (done: StepRun) => string | undefined;
}

/** Asks what was seen at a step that a person did, and whether it is as it should be. */
export async function askStepByHand(
  view: RunView,
  step: RunbookStep,
  {verify, refusal}: StepByHand,
): Promise<StepRun | undefined> {
  const ranAt = view.now();
  const actual = await view.ask(whatWasSeen);
  if (actual === undefined) return undefined;
  const done = (isMet: boolean) => stepByHand(step, {isMet, actual, ranAt});
  const words = expectedWords(step.expected).map(toldText).join('; ');
  const answer = await view.ask({
    label: 'As it should be',
    hint: `yes or no.${step.expected === '' ? '' : ` To see: ${words}`}`,
    enter: 'go on',
    problemWith: (text) =>
      isMetBy(text) === undefined
        ? 'Type yes or no.'
        : isMetBy(text) && verify === undefined
          ? refusal(done(true))
          : undefined,
    async keep(text) {
      if (!isMetBy(text) || !verify) return true;
      const verifying = verify().catch((error: unknown) => problemMessage(error).text);
      view.holdKeysDuring(verifying);
      const problem = (await verifying) ?? refusal(done(true));
      if (problem !== undefined) view.say({text: problem, token: 'warning'});
      return problem === undefined;
    },
  });
  return answer === undefined ? undefined : done(isMetBy(answer) === true);
}

/** Asks what was done and seen when somebody tried a runbook, and whether that is what it promises. */
export async function askWhatWasSeen(view: RunView, record: HandoffRecord): Promise<void> {
  const actual = await view.ask(whatWasSeen);
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
