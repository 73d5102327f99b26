import type {UndoOptions} from '../store/live-handoff.ts';
import {RefusedError} from '../store/refused-error.ts';
import {asksForMore, askToTakeBack} from './asking/reasons.ts';
import type {Message} from './frame/message.ts';
import {problemMessage} from './frame/problem-message.ts';
import type {View} from './view.ts';

/** Says how work went that may fail; keys wait for it. */
async function saying({say, holdKeysDuring}: View, work: Promise<Message | undefined>) {
  holdKeysDuring(work);
  say(await work.catch((error: unknown) => problemMessage(error)));
}

/**
 * Takes back what the person did last: what they discarded comes back first, then their changes, one
 * by one. Asks what has to be said first, where something has.
 */
export async function takeBack(view: View, options: UndoOptions = {}): Promise<void> {
  const {live, ask, say, holdKeysDuring, discarded} = view;
  if (discarded) return saying(view, discarded());
  const work = live.undo(options);
  holdKeysDuring(work);
  try {
    const words = await work;
    say(
      words
        ? {text: `Taken back: ${words}. U puts it back.`, token: 'accent'}
        : {text: 'There is nothing of yours to take back.', token: 'muted'},
    );
  } catch (error) {
    if (!(error instanceof RefusedError) || !asksForMore(error.refusal))
      return say(problemMessage(error));
    const more = await askToTakeBack(ask, error.refusal, options);
    if (more) return takeBack(view, more);
  }
  return undefined;
}

/** Puts back what was taken back last. */
export async function putBack(view: View): Promise<void> {
  const work = view.live
    .redo()
    .then((words): Message =>
      words
        ? {text: `Put back: ${words}.`, token: 'accent'}
        : {text: 'There is nothing to put back.', token: 'muted'},
    );
  await saying(view, work);
}
