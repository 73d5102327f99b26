import {everybodyOf, nameAsk} from '../asking/name-ask.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import type {Came} from './colleague-rows.ts';

/** Asks to whom, and what they should know first, and passes it on. Nothing where it was left. */
export async function askPassOn(view: View): Promise<Came | undefined> {
  const {handoff, live, services} = view;
  const refused = (to: string) => live.refusal({type: 'handoff/passed-on', to});
  const name = await view.ask(
    nameAsk({
      label: 'Pass it on to',
      hint: 'The colleague who is responsible from then on. They get the engineer handover, as a page.',
      names: everybodyOf(handoff),
      isNeeded: true,
      problemWith: (to) => (to === '' ? undefined : refused(to)?.message),
    }),
  );
  if (name === undefined) return undefined;
  const note = await view.ask({
    label: 'What should they know first?',
    hint: 'It stands at the top of the document, for the team alone. It may stay empty.',
    enter: 'pass it on',
  });
  if (note === undefined) return undefined;
  try {
    const work = services.passOn(live, {name, note});
    view.holdKeysDuring(work);
    const {file, remarks} = await work;
    return {
      lines: [`Passed on to ${name}.`, `Written for them: ${file}.`, ...remarks],
      token: remarks.length > 0 ? 'warning' : 'success',
    };
  } catch (error) {
    const {text, token} = problemMessage(error);
    return {lines: [text], token: token ?? 'danger'};
  }
}
