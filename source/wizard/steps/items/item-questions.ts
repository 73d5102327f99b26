import {dateEcho, pastProblem, readDate} from '../../../handoff/time/dates.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {addDays, dayIn} from '../../../handoff/time/schedule.ts';
import type {Change} from '../../../handoff/changes/catalogue.ts';
import {answerProblem, refusedBecause} from '../../asking/refusal-words.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {Question} from '../../asking/prompt.tsx';
import type {View} from '../../view.ts';

type Field = 'reason' | 'note' | 'owner' | 'due' | 'evidence';

/** A due date, as {@link readDate} has it, or left empty for none. */
export function resolveDue(text: string, today: string): string {
  const reading = text === '' ? undefined : readDate(text, today);
  return reading && 'date' in reading ? reading.date : '';
}

/** What is wrong with a due date; nothing when it is fine, or empty. */
export function dueProblem(text: string, today: string): string | undefined {
  if (text === '') return undefined;
  const reading = readDate(text, today);
  return 'problem' in reading ? reading.problem : pastProblem(reading.date, today);
}

function notApplicable(item: string, reason: string): Change {
  return {type: 'item/settled', item, status: 'not-applicable', reason};
}

/** The question behind each field of an item, with what it does once answered. */
export function itemQuestion(view: View, item: Item, field: Field, onDone: () => void): Question {
  const state = itemStanding(view.handoff, item.id);
  const today = dayIn(view.handoff.timeZone, view.now());
  const id = item.id;
  const answer = (change: Parameters<View['dispatch']>[0][number], said: string) => {
    onDone();
    view.dispatch([change], {said});
  };
  switch (field) {
    case 'reason':
      return {
        label: 'Why not applicable',
        hint: 'The reason is printed in the handoff document.',
        initialText: state.reason ?? '',
        problemWith: (reason) => refusedBecause(view, notApplicable(id, reason)),
        onAnswer: (reason) => answer(notApplicable(id, reason), `Not applicable: ${item.text}`),
      };
    case 'note':
      return {
        label: 'Note',
        hint: 'Internal: it never reaches the customer. Empty takes it away.',
        initialText: state.note ?? '',
        problemWith: (note) => answerProblem(view, {type: 'item/noted', item: id, note}),
        onAnswer: (note) => answer({type: 'item/noted', item: id, note}, 'Note kept.'),
      };
    case 'owner':
      return {
        label: 'Owner',
        hint: 'Who has this item. Empty takes the name away.',
        initialText: state.owner ?? '',
        problemWith: (owner) => answerProblem(view, {type: 'item/assigned', item: id, owner}),
        onAnswer: (owner) =>
          answer({type: 'item/assigned', item: id, owner}, owner ? `Owner: ${owner}` : 'No owner.'),
      };
    case 'due':
      return {
        label: 'Due',
        hint: `Such as ${addDays(today, 3)} or +3 for in three days. Empty takes it away.`,
        initialText: state.due ?? '',
        problemWith: (text) =>
          dueProblem(text, today) ??
          answerProblem(view, {
            type: 'item/scheduled',
            item: id,
            due: resolveDue(text, today),
          }),
        onAnswer: (text) => {
          const due = resolveDue(text, today);
          answer(
            {type: 'item/scheduled', item: id, due},
            due ? `Due ${dateEcho(due, today)}.` : 'No due date.',
          );
        },
      };
    case 'evidence':
      return {
        label: 'Evidence',
        hint: 'A link or a path that proves it.',
        initialText: '',
        problemWith: (text) =>
          text === ''
            ? 'Type a link or a path, or leave with Esc.'
            : answerProblem(view, {type: 'item/evidenced', item: id, link: text}),
        onAnswer: (link) => answer({type: 'item/evidenced', item: id, link}, 'Evidence kept.'),
      };
  }
}
