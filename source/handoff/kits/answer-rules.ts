import type {ChangeType} from '../changes/catalogue.ts';
import {madeKit} from './made-kit.ts';
import {receivedAnswer} from './received-answer.ts';
import type {Change} from '../changes/catalogue.ts';
import type {Handoff} from '../model/handoff.ts';
import {recordTitle} from '../registers/records.ts';
import {demonstrationItems} from '../session/demonstration-items.ts';
import {runbookDigest} from '../standing/runbook-digest.ts';
import {isAhead} from '../time/clock-skew.ts';
import {isSamePerson} from '../rules/people/same-person.ts';
import {receiverRefusal} from '../rules/people/sides.ts';
import {refused, type Refusal} from '../rules/refused.ts';
import type {Asking, Rule} from '../rules/rule.ts';

/** What somebody may have done with a kit; nothing else of a handoff is theirs to say in a file. */
const answerable: ReadonlySet<ChangeType> = new Set([
  'checks/recorded',
  'runbook/proven',
  'demonstration/told',
  'question/asked',
  'teach-back/answered',
  'sign-off/recorded',
]);

/** What only the receiver says, and so only comes in an answer. */
const theirs: ReadonlySet<ChangeType> = new Set(['demonstration/told', 'question/asked']);

/** Why a change may not come in an answer, or may not come otherwise; nothing when it may. */
export function answerRefusal(
  handoff: Handoff,
  change: Change,
  {arrival, actor}: Asking,
): Refusal | undefined {
  const known = arrival && receivedAnswer(handoff, arrival.answer);
  if (!arrival)
    return theirs.has(change.type)
      ? refused(
          'not-answered',
          'Only the receiver says this, in an answer to a kit.',
          'Import their answer.',
        )
      : undefined;
  if (!answerable.has(change.type))
    return refused(
      'not-to-answer',
      'An answer to a kit cannot say this.',
      'Whoever imports it can enter it themselves.',
    );
  if (!known || !isSamePerson(known.name, actor))
    return refused(
      'answer-unknown',
      `It is said to come in an answer of ${actor} that never came.`,
      'Import the answer.',
    );
  return undefined;
}

/** An answer is to what somebody was shown, by somebody who takes the system over. */
export const isOfKit: Rule<'answer/received'> = (handoff, {kit, version}) => {
  const made = madeKit(handoff, kit);
  if (made?.version === version) return undefined;
  return made
    ? refused(
        'kit-version',
        'The answer names another version than its kit had.',
        'It was changed on its way: ask for it again.',
      )
    : refused(
        'kit-unknown',
        'This handoff has made no such kit.',
        'The kit may be of another handoff, or of a colleague whose journal is not here.',
      );
};

export const answererReceives: Rule<'answer/received'> = (handoff, {name}) =>
  receiverRefusal(handoff, name, {
    code: 'answerer',
    cannot: ', so this is no answer of the receiver',
    instead: 'Somebody who takes it over has to answer.',
  });

export const isNewAnswer: Rule<'answer/received'> = (handoff, {answer}) =>
  receivedAnswer(handoff, answer)
    ? refused('answer-known', 'This answer was imported before.', 'Nothing has to be done.')
    : undefined;

/** Only what is asked to be performed is a demonstration, and by the runbook as it reads. */
export const isToldTask: Rule<'demonstration/told'> = (handoff, {item, runbook, digest}) => {
  const tasks = demonstrationItems(handoff);
  if (tasks.length > 0 && !tasks.some(({id}) => id === item))
    return refused(
      'no-demonstration',
      `"${item}" is no task that is performed.`,
      '"handoff-wizard status" shows the demonstrations.',
    );
  const row = handoff.records.find(({id}) => id === runbook);
  if (!row) return undefined;
  if (row.register !== 'runbooks')
    return refused('no-runbook', `"${recordTitle(row)}" is no runbook.`, 'Name a runbook.');
  return digest === undefined || digest === runbookDigest(row)
    ? undefined
    : refused(
        'runbook-changed',
        `"${recordTitle(row)}" was changed since the kit, so it was not performed as it reads now.`,
        'It has to be performed again, by a new kit or in a session.',
      );
};

export const toldPerformerReceives: Rule<'demonstration/told'> = (handoff, {performer}) =>
  receiverRefusal(handoff, performer, {
    code: 'performer',
    instead: 'Somebody who takes it over has to perform it.',
  });

/** What has a beginning and an end, both behind now; and a reason where it did not go by itself. */
export const wasPerformed: Rule<'demonstration/told'> = (_, change, {now}) => {
  const {startedAt, endedAt, result, remark = ''} = change;
  if (Date.parse(endedAt) < Date.parse(startedAt))
    return refused(
      'ends-early',
      'It ends before it begins.',
      'A clock was wrong: perform it again.',
    );
  if (isAhead(endedAt, now))
    return refused('ahead', 'It ends after now.', 'A clock is wrong, here or where it was done.');
  return result === 'unaided' || remark.trim() !== ''
    ? undefined
    : refused('remark', 'Nothing says what was missing.', 'The runbook has to say it from now on.');
};
