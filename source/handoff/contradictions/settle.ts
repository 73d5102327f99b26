import {changeOf, type Action, type Change} from '../changes/catalogue.ts';
import {withReason} from '../changes/with-reason.ts';
import type {Contradiction, GivenAnswer} from './contradiction.ts';
import {answersOf} from './answers-of.ts';

/**
 * The changes by which one of several answers is chosen: the choice, and, where another answer stands
 * now, the chosen one given again.
 *
 * @param chosen the action that gave it
 * @param reason why, where the rules want to know
 */
export function settling(
  journal: readonly Action[],
  {id, about, answers}: Contradiction,
  chosen: string,
  reason?: string,
): readonly Change[] {
  const taken = answers.find(({action}) => action === chosen);
  if (!taken) return [];
  const left = answers.filter(({says}) => says !== taken.says);
  const choice: Change = {
    type: 'contradiction/settled',
    subject: id,
    chosen,
    about,
    taken: taken.says,
    left: [...new Set(left.map(({says}) => says))],
  };
  const again = taken.isInForce ? [] : (againOf(journal, id, chosen) ?? []);
  return [choice, ...(reason ? withReason(again, reason) : again)];
}

/** Whether an answer can be chosen: it stands, or can be given again. */
export function canBeChosen(
  journal: readonly Action[],
  {id}: Contradiction,
  {action, isInForce}: GivenAnswer,
): boolean {
  return isInForce || againOf(journal, id, action) !== undefined;
}

/** What gives an answer again; nothing where it can only be given anew by hand. */
function againOf(
  journal: readonly Action[],
  subject: string,
  chosen: string,
): readonly Change[] | undefined {
  const action = journal.find(({id}) => id === chosen);
  if (!action) return undefined;
  // Who has chosen it before has said what was said once.
  if (action.type === 'contradiction/settled') return againOf(journal, subject, action.chosen);
  const again = answersOf(action).find((answer) => answer.subject === subject)?.again;
  return again?.map((change) => changeOf(change as Action));
}
