import type {FieldValues, HandoffRecord} from '../model/handoff-record.ts';
import type {Handoff} from '../model/handoff.ts';
import {recordTitle} from '../registers/records.ts';
import {refused, type Refusal} from './refused.ts';
import type {Rule} from './rule.ts';
import {isOnePerson, mayBeOnePerson, personRefusal, receiverRefusal} from './people/sides.ts';

/** What can be answered with yes. Nothing is shown by a yes (AHRQ, teach-back). */
const asksForYes =
  /^(?:do|does|did|is|are|was|were|can|could|will|would|should|have|has|had|may|might|shall|any|ok|okay|clear|understood|got it)\b/iu;

/** What says that all is clear, and shows nothing of it. */
const onlyAssures =
  /^(?:(?:yes|yeah|yep|no|ok|okay|sure|clear|all clear|understood|got it|of course|i (?:do|know|understand|think so)(?: (?:it|that|this))?)[\s,.!]*)+$/iu;

/** Why a question shows nothing; nothing where it asks for something in the receiver's own words. */
export function questionRefusal(fields: FieldValues): Refusal | undefined {
  const {name} = fields;
  if (typeof name !== 'string' || !asksForYes.test(name.trim())) return undefined;
  return refused(
    'closed-question',
    `"${name.trim()}" is answered with yes or no, which shows nothing.`,
    'Ask what they would do or see: "What do you do when …?"',
  );
}

function questionIn({records}: Pick<Handoff, 'records'>, id: string): HandoffRecord | undefined {
  return records.find((row) => row.id === id);
}

/** Only a question of the training is asked back. */
export function isQuestion(
  handoff: Handoff,
  {question}: {readonly question: string},
): Refusal | undefined {
  const row = questionIn(handoff, question);
  return row && row.register !== 'teach-back'
    ? refused(
        'no-question',
        `"${recordTitle(row)}" is no question of the training.`,
        '"handoff-wizard teach-back list" shows the questions.',
      )
    : undefined;
}

/** Who handed over knows it anyway. */
export function receiverAnswers(
  handoff: Handoff,
  {answerer}: {readonly answerer: string},
): Refusal | undefined {
  return receiverRefusal(handoff, answerer, {
    code: 'answerer',
    instead: 'Somebody who takes it over has to answer it.',
  });
}

/** What one has said oneself, somebody else judges. */
export const otherAsks: Rule<'teach-back/asked'> = (handoff, {answerer, asker}) => {
  const advice = 'Name who asked and says how well it was known.';
  const nobody = personRefusal(asker, 'asker', advice);
  if (nobody) return nobody;
  if (!mayBeOnePerson(handoff, answerer, asker)) return undefined;
  return isOnePerson(handoff, answerer, asker)
    ? refused('asker', `${answerer} answers it, so somebody else has to ask.`, advice)
    : refused(
        'asker',
        `${asker} may be ${answerer}, who answers it.`,
        'Write the name out in full.',
      );
};

/** "Do you understand?" – "Yes" is no answer. */
export function saysSomething(
  _: Handoff,
  {said = ''}: {readonly said?: string},
): Refusal | undefined {
  return onlyAssures.test(said.trim())
    ? refused(
        'assurance',
        `"${said.trim()}" shows nothing of what they know.`,
        'Write down what they would do or see, in their words.',
      )
    : undefined;
}
