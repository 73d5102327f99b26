import type {KeyAction} from '../../keys/layer.ts';
import type {View} from '../../view.ts';
import {lengthAsk, placeAsk, startAsk} from './asks.ts';
import type {PlanDraft} from '../../../handoff/session/planned-part.ts';
import {Invitation} from './invitation.tsx';
import type {PlanLine} from './rows.ts';
import {planBindings} from './bindings.ts';

/** Enter on a line of the plan. Length and place go with a date, which is asked for first. */
export function planKey(
  view: View,
  {draft, part}: {readonly draft: PlanDraft; readonly part: number},
  line: PlanLine,
): KeyAction {
  const words = {label: part > 1 ? `Part ${part}` : 'Date', said: 'Planned'};
  function ask() {
    if (line === 'plan start') return startAsk(view, draft, words);
    if (!draft.plan)
      return startAsk(view, draft, {...words, before: 'Length and place go with a date.'});
    return line === 'plan length' ? lengthAsk(view, draft) : placeAsk(view, draft);
  }
  return {binding: planBindings.planSession, run: () => void view.ask(ask()), isPrimary: true};
}

/** The key that shows the text of the invitation. */
export function invitationKey(view: View): KeyAction {
  return {
    binding: planBindings.invitation,
    run: () => view.open((now, close) => <Invitation view={now} onClose={close} />),
    isPrimary: true,
  };
}
