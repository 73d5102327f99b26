import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import type {View} from '../../view.ts';
import {lacking, leftWords} from './alerts.ts';
import {startAsk} from '../plan/asks.ts';
import {nextPartDraft} from '../../../handoff/session/planned-part.ts';

/** Asks for the day of a further part. */
export function askForNextPart(view: View, agenda: AgendaState): void {
  const part = agenda.part + 1;
  const draft = {
    ...nextPartDraft(view.handoff, [...agenda.uncovered, ...lacking(agenda)]),
    plan: agenda.nextPlan,
  };
  void view.ask(
    startAsk(view, draft, {
      label: `Part ${part}`,
      said: `Part ${part}, with ${leftWords(agenda)}`,
    }),
  );
}
