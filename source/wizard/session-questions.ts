import type {SessionClock} from '../handoff/session-clock.ts';
import {isSettled} from '../handoff/progress.ts';
import {workItems} from '../handoff/items.ts';
import type {Question} from './components/prompt.tsx';
import type {SessionQuestion} from './session-keys.ts';
import type {View} from './view.ts';

/** The question behind each thing the session screen logs. */
export function sessionQuestion(
  view: View,
  clock: SessionClock,
  asked: SessionQuestion,
  onDone: () => void,
): Question {
  const block = clock.block === undefined ? {} : {block: clock.block};
  const needed = (text: string) => (text === '' ? 'Type something, or leave with Esc.' : undefined);
  if (asked.kind === 'end') return endQuestion(view, onDone);
  if (asked.kind === 'answer') {
    const note = view.handoff.session.notes.find(({id}) => id === asked.note);
    return {
      label: 'Answer',
      hint: note?.text ?? '',
      initialText: note?.answer ?? '',
      problemWith: needed,
      onAnswer(answer) {
        onDone();
        view.dispatch([{type: 'session/answered', note: asked.note, answer}], {
          said: 'Answer kept.',
        });
      },
    };
  }
  const {kind} = asked;
  return {
    label: kind === 'note' ? 'Note' : 'Question',
    hint: kind === 'note' ? 'Internal, with the time.' : 'Printed in the handoff document.',
    initialText: '',
    problemWith: needed,
    onAnswer(text) {
      onDone();
      view.dispatch([{type: 'session/noted', kind, text, ...block}], {
        said: kind === 'note' ? 'Note kept.' : 'Question kept.',
      });
    },
  };
}

function endQuestion(view: View, onDone: () => void): Question {
  const open = workItems(view.step).filter((item) => !isSettled(view.handoff, item)).length;
  return {
    label: 'End the session',
    hint: `${open > 0 ? `${open} topics are not covered yet. ` : ''}Due dates count from this moment; undo takes it back.`,
    initialText: 'yes',
    problemWith: (text) =>
      text.toLowerCase() === 'yes' ? undefined : 'Type yes to end it, or go on with Esc.',
    onAnswer() {
      onDone();
      view.dispatch([{type: 'session/ended'}], {
        said: 'The session has ended. Due dates are set.',
      });
    },
  };
}
