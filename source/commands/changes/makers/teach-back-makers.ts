import type {Change, ChangeType} from '../../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {questionsOfRunbooks} from '../../../handoff/offers/questions-of-runbooks.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import {teachBackQuestions} from '../../../handoff/teaching/teach-back-standing.ts';
import {allItems} from '../../../playbook/walk.ts';
import {Problem} from '../../../problem.ts';
import {findOne} from '../find-one.ts';
import {readValues} from '../read-values.ts';
import {textIn} from '../typed.ts';
import type {MakeChanges, Making} from './maker.ts';

/** A question by its id or a part of its text; only questions are looked through. */
function findQuestion(handoff: Handoff, query: string): string {
  const all = teachBackQuestions(handoff).map((row) => ({id: row.id, text: recordTitle(row)}));
  const listedBy = '"handoff-wizard teach-back list" lists them.';
  return findOne(all, query, {what: 'question of the training', listedBy}).id;
}

function answerOf(type: ChangeType, {command, typed, moment}: Making): Change {
  const question = findQuestion(moment.handoff, textIn(typed.arguments['question']) ?? '');
  const {question: _, ...faces} = command.makes[type] ?? {};
  return {type, ...readValues(type, faces, typed, moment), question} as Change;
}

/** How well a question was known; who records it asked, unless somebody else did. */
export const askBack: MakeChanges = (making) => [
  {asker: making.moment.actor, ...answerOf('teach-back/asked', making)} as Change,
];

export const answerBack: MakeChanges = (making) => [answerOf('teach-back/answered', making)];

/** Why nothing is drafted, with what to do. */
function nothingToAsk({playbook, records}: Handoff): Problem {
  if (!allItems(playbook).some(({item}) => item.register === 'teach-back'))
    return new Problem(
      'The playbook keeps no questions.',
      'Name the item that keeps them under "registers" in the playbook, or add a row with "handoff-wizard row add teach-back --item ITEM".',
    );
  return records.some(({register}) => register === 'runbooks')
    ? new Problem(
        'The runbooks answer no further question.',
        'Each that says what to expect has its question already, or has one of yours.',
      )
    : new Problem('There is no runbook to ask about.', 'Write one first.');
}

/** The questions that the runbooks answer, as rows. */
export const draftQuestions: MakeChanges = ({typed, moment: {handoff}}) => {
  const query = textIn(typed.options['runbook'])?.trim().toLowerCase() ?? '';
  const offered = questionsOfRunbooks(handoff).filter((row) =>
    fieldText(row, 'runbook').toLowerCase().includes(query),
  );
  if (offered.length === 0) throw nothingToAsk(handoff);
  return offered.map(({register, item, fields}): Change => ({
    type: 'record/added',
    register,
    item,
    fields,
  }));
};
