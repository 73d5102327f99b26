import {itemState} from '../handoff/reducer.ts';
import {addDays, dayIn} from '../handoff/schedule.ts';
import type {Item} from '../playbook/model.ts';
import type {Question} from './components/prompt.tsx';
import type {View} from './view.ts';

type Field = 'reason' | 'note' | 'owner' | 'due' | 'evidence';

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/** A due date is typed as `2026-03-04`, as `+3` days from today, or left empty for none. */
export function resolveDue(text: string, today: string): string {
  const days = /^\+(\d{1,3})$/.exec(text)?.[1];
  return days === undefined ? text : addDays(today, Number(days));
}

/** What is wrong with a due date; nothing when it is fine, or empty. */
export function dueProblem(text: string, today: string): string | undefined {
  const date = resolveDue(text, today);
  if (date === '') return undefined;
  if (!isDate(date)) return `"${text}" is no date. Type it as ${today}, or +3 for in three days.`;
  if (date < today) return `${date} is in the past. Today is ${today}.`;
  return undefined;
}

/** The question behind each field of an item, with what it does once answered. */
export function itemQuestion(view: View, item: Item, field: Field, onDone: () => void): Question {
  const state = itemState(view.handoff, item.id);
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
        problemWith: (text) =>
          text === ''
            ? 'A reason is needed, such as "No backups: the service keeps no data".'
            : undefined,
        onAnswer: (reason) =>
          answer(
            {type: 'item/settled', item: id, status: 'not-applicable', reason},
            `Not applicable: ${item.text}`,
          ),
      };
    case 'note':
      return {
        label: 'Note',
        hint: 'Internal: it never reaches the customer. Empty takes it away.',
        initialText: state.note ?? '',
        onAnswer: (note) => answer({type: 'item/noted', item: id, note}, 'Note kept.'),
      };
    case 'owner':
      return {
        label: 'Owner',
        hint: 'Who has this item. Empty takes the name away.',
        initialText: state.owner ?? '',
        onAnswer: (owner) =>
          answer({type: 'item/assigned', item: id, owner}, owner ? `Owner: ${owner}` : 'No owner.'),
      };
    case 'due':
      return {
        label: 'Due',
        hint: `Such as ${addDays(today, 3)} or +3 for in three days. Empty takes it away.`,
        initialText: state.due ?? '',
        problemWith: (text) => dueProblem(text, today),
        onAnswer: (text) => {
          const due = resolveDue(text, today);
          answer({type: 'item/scheduled', item: id, due}, due ? `Due ${due}.` : 'No due date.');
        },
      };
    case 'evidence':
      return {
        label: 'Evidence',
        hint: 'A link or a path that proves it.',
        initialText: '',
        problemWith: (text) =>
          text === '' ? 'Type a link or a path, or leave with Esc.' : undefined,
        onAnswer: (link) => answer({type: 'item/evidenced', item: id, link}, 'Evidence kept.'),
      };
  }
}
