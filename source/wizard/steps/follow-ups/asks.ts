import type {Change} from '../../../handoff/changes/catalogue.ts';
import {closing} from '../../../handoff/afterwards/closing-point.ts';
import {openFollowUps, type FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {dateEcho} from '../../../handoff/time/dates.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dateAsk} from '../../asking/date-ask.ts';
import {everybodyOf, nameAsk} from '../../asking/name-ask.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';
import {followUpKey} from './rows.ts';

/** The open point where the cursor goes once one is closed: the one below, or else the one above. */
function neighbour({handoff}: View, {id}: FollowUp): FollowUp | undefined {
  const open = openFollowUps(handoff);
  const at = open.findIndex((other) => other.id === id);
  return open[at + 1] ?? open[at - 1];
}

/** What can be asked about an open point, each with what it does once it is answered. */
export function followUpAsks(view: View, followUp: FollowUp) {
  const today = dayIn(view.handoff.timeZone, view.now());
  const {id, text, kind} = followUp;
  const select = followUpKey(followUp);
  const owned = (owner: string): Change => ({type: 'follow-up/changed', followUp: id, owner});
  const dated = (due: string): Change => ({type: 'follow-up/changed', followUp: id, due});
  const isQuestion = kind === 'question';
  return {
    owner: () =>
      void view.ask(
        nameAsk({
          names: everybodyOf(view.handoff),
          isNeeded: true,
          label: 'Owner',
          hint: 'Who sees to it, by name.',
          initialText: followUp.owner,
          problemWith: (owner) => answerProblem(view, owned(owner)),
          keep: (owner) => view.dispatch([owned(owner)], {select, said: `Owner: ${owner}`}),
        }),
      ),
    due: () =>
      void view.ask(
        dateAsk({
          label: 'Due',
          initialText: followUp.due?.date ?? '',
          today,
          calendar: view.handoff,
          problemWithDay: (due) => answerProblem(view, dated(due)),
          keepDay: (due) =>
            view.dispatch([dated(due)], {select, said: `Due ${dateEcho(due, today)}.`}),
        }),
      ),
    outcome: () => {
      const next = neighbour(view, followUp);
      void view.ask({
        label: isQuestion ? 'Answer' : 'Outcome',
        hint: isQuestion ? text.replace(/^Answer: /u, 'To: ') : `Of: ${text}`,
        hintRows: 3,
        problemWith: (outcome) =>
          outcome === ''
            ? 'Say in a few words what came of it, or leave with Esc.'
            : answerProblem(view, ...closing(followUp, outcome)),
        keep: (outcome) =>
          view.dispatch(closing(followUp, outcome), {
            select: followUpKey(next ?? followUp),
            said: `Closed: ${text}${next ? '' : ' Nothing is open any more.'}`,
          }),
      });
    },
  };
}
