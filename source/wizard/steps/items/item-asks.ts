import type {Change} from '../../../handoff/changes/catalogue.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {dateEcho} from '../../../handoff/time/dates.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {dateAsk} from '../../asking/date-ask.ts';
import {everybodyOf, nameAsk} from '../../asking/name-ask.ts';
import {answerProblem, refusedBecause} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

/** What can be asked about an item, each with what it does once it is answered. */
export function itemAsks(view: View, item: Item) {
  const state = itemStanding(view.handoff, item.id);
  const today = dayIn(view.handoff.timeZone, view.now());
  const {id} = item;
  const setAside = (reason: string): Change => ({
    type: 'item/settled',
    item: id,
    status: 'not-applicable',
    reason,
  });
  const noted = (note: string): Change => ({type: 'item/noted', item: id, note});
  const assigned = (owner: string): Change => ({type: 'item/assigned', item: id, owner});
  const scheduled = (due: string): Change => ({type: 'item/scheduled', item: id, due});
  const evidenced = (link: string): Change => ({type: 'item/evidenced', item: id, link});
  const keep = (change: Change, said: string) => view.dispatch([change], {said});
  return {
    reason: () =>
      void view.ask({
        label: 'Why not applicable',
        hint: 'The reason is printed in the handoff document.',
        initialText: state.reason ?? '',
        problemWith: (reason) => refusedBecause(view, setAside(reason)),
        keep: (reason) => keep(setAside(reason), `Not applicable: ${item.text}`),
      }),
    note: () =>
      void view.ask({
        label: 'Note',
        hint: 'Internal: it never reaches the customer. Empty takes it away.',
        initialText: state.note ?? '',
        problemWith: (note) => answerProblem(view, noted(note)),
        keep: (note) => keep(noted(note), 'Note kept.'),
      }),
    owner: () =>
      void view.ask(
        nameAsk({
          names: everybodyOf(view.handoff),
          isNeeded: false,
          label: 'Owner',
          hint: 'Who has this item. Empty takes the name away.',
          initialText: state.owner ?? '',
          problemWith: (owner) => answerProblem(view, assigned(owner)),
          keep: (owner) => keep(assigned(owner), owner ? `Owner: ${owner}` : 'No owner.'),
        }),
      ),
    due: () =>
      void view.ask(
        dateAsk({
          label: 'Due',
          hint: 'Empty takes it away.',
          initialText: state.due ?? '',
          today,
          calendar: view.handoff,
          isOptional: true,
          problemWithDay: (due) => answerProblem(view, scheduled(due)),
          keepDay: (due) =>
            keep(scheduled(due), due ? `Due ${dateEcho(due, today)}.` : 'No due date.'),
        }),
      ),
    evidence: () =>
      void view.ask({
        label: 'Evidence',
        hint: 'A link or a path that proves it.',
        problemWith: (text) =>
          text === ''
            ? 'Type a link or a path, or leave with Esc.'
            : answerProblem(view, evidenced(text)),
        keep: (link) => keep(evidenced(link), 'Evidence kept.'),
      }),
  };
}
