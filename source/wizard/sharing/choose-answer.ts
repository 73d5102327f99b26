import {canBeChosen, settling} from '../../handoff/contradictions/settle.ts';
import type {Contradiction} from '../../handoff/contradictions/contradiction.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import type {View} from '../view.ts';

/** Asks which of several things is meant; the only one is not asked for. */
async function chooseThing(view: View): Promise<Contradiction | undefined> {
  const {contradictions} = view.handoff;
  const [first, ...others] = contradictions;
  if (!first || others.length === 0) return first;
  const id = await view.ask({
    label: 'Answered in several ways',
    hint: 'Colleagues who worked apart have answered these otherwise than you. Which one first?',
    choices: contradictions.map(({id: value, about}) => ({value, label: about})),
  });
  return contradictions.find((one) => one.id === id);
}

/** Shows the answers that stand against each other, and has one chosen. */
export async function chooseAnswer(view: View): Promise<void> {
  const thing = await chooseThing(view);
  if (!thing) {
    if (view.handoff.contradictions.length === 0)
      view.say({text: 'Nothing was answered in several ways.', token: 'muted'});
    return;
  }
  const {journal} = view.live.snapshot();
  const {timeZone} = view.handoff;
  const choices = thing.answers
    .filter((answer) => canBeChosen(journal, thing, answer))
    .map(({action, says, by, at, isInForce}) => ({
      value: action,
      label: `${says}  (${by}, ${dayIn(timeZone, at)}${isInForce ? ', stands now' : ''})`,
    }));
  const chosen = await view.ask({
    label: `What holds for ${thing.about}?`,
    hint: 'None of them had seen what the others said. What you choose is recorded, and what you did not.',
    choices,
  });
  const answer = thing.answers.find(({action}) => action === chosen);
  if (!answer) return;
  const left = view.handoff.contradictions.length - 1;
  await view.dispatch(settling(journal, thing, answer.action), {
    said: `Chosen: ${answer.says}.${left > 0 ? ` ${left} more to choose.` : ''}`,
  });
}
