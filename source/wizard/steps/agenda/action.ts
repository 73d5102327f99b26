import {followUpId} from '../../../handoff/afterwards/follow-up-id.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import {dateEcho} from '../../../handoff/time/dates.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dateAsk} from '../../asking/date-ask.ts';
import {everybodyOf, nameAsk} from '../../asking/name-ask.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';
import {askToLog} from './asks.ts';

/**
 * Logs an action, then asks who sees to it and by when, so that it is a whole open point. What is
 * done is kept at once: somebody who is interrupted has it with the owner and the day that open
 * points have by themselves.
 */
export async function askForAction(view: View, agenda: AgendaState): Promise<void> {
  if (!(await askToLog(view, agenda, 'action'))) return;
  const {handoff} = view.live.snapshot();
  const {session, timeZone} = handoff;
  const note = session.notes.findLast(({kind}) => kind === 'action');
  if (!note) return;
  const today = dayIn(timeZone, view.now());
  const about = {title: note.text, lines: () => []};
  const change = (said: {readonly owner?: string; readonly due?: string}) => ({
    type: 'follow-up/changed' as const,
    followUp: followUpId({kind: 'action', subject: note.id}),
    ...said,
  });

  async function askByWhen(owner: string): Promise<boolean> {
    const said = (due: string) =>
      `Action kept: ${owner}${due === '' ? '' : `, by ${dateEcho(due, today)}`}.`;
    const changed = (due: string) => change({owner, ...(due === '' ? {} : {due})});
    const due = await view.ask(
      dateAsk({
        label: 'By when',
        hint: 'Such as tomorrow, fri or +3. Empty: as open points have it by themselves.',
        about,
        today,
        calendar: view.handoff,
        isOptional: true,
        problemWithDay: (day) => answerProblem(view, changed(day)),
        keepDay: (day) => view.dispatch([changed(day)], {said: said(day)}),
      }),
    );
    return due !== undefined;
  }

  const owner = await view.ask(
    nameAsk({
      label: 'Who sees to it',
      hint: 'By name. The action is kept; Esc leaves it without an owner of its own.',
      about,
      names: everybodyOf(handoff),
      isNeeded: true,
      problemWith: (name) => answerProblem(view, change({owner: name})),
      keep: askByWhen,
    }),
  );
  if (owner === undefined)
    view.say({
      text: 'Action kept. Its owner and its day are set on the open points.',
      token: 'success',
    });
}
