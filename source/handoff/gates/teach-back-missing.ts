import type {Handoff} from '../model/handoff.ts';
import {rowPlace} from '../model/place.ts';
import {recordTitle} from '../registers/records.ts';
import {receiverWords} from '../rules/people/sides.ts';
import {teachBackQuestions, teachBackStanding} from '../teaching/teach-back-standing.ts';
import {itemPlace} from '../model/place.ts';
import {isAbsent, keeperOf, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

/**
 * The receiver has answered each question of the training, where the playbook asks for that: its item
 * is not optional. Known with help is known; the repetition is an open point.
 */
export function teachBackMissing(handoff: Handoff): Requirement[] {
  const keeper = keeperOf(handoff, 'teach-back');
  if (!keeper || keeper.item.isOptional) return [];
  const missing = {mistake: 'not understood', isPast: false} as const;
  const questions = teachBackQuestions(handoff);
  if (questions.length === 0)
    return [
      {
        ...missing,
        id: requirementId('teach-back', keeper.item.id),
        text: `No question was asked back: "${keeper.item.text}" has none.`,
        fact: isAbsent,
        place: itemPlace(keeper.step, keeper.item),
      },
    ];
  const receiver = receiverWords(handoff).replace(/^./u, (first) => first.toUpperCase());
  return questions.flatMap((row): Requirement[] => {
    const {state} = teachBackStanding(handoff, row);
    if (state === 'right' || state === 'with-help') return [];
    const isTried = state === 'not-known';
    return [
      {
        ...missing,
        id: requirementId('teach-back', row.id),
        text: isTried
          ? `"${recordTitle(row)}" was not known: teach it again, then ask it again.`
          : `${receiver} has not answered "${recordTitle(row)}".`,
        fact: {asked: isTried ? 2 : 1},
        place: rowPlace(handoff.playbook, row) ?? itemPlace(keeper.step, keeper.item),
      },
    ];
  });
}
