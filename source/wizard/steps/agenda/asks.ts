import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {NoteKind, SessionNote} from '../../../handoff/model/session.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

export const noteWords: Readonly<
  Record<NoteKind, {readonly label: string; readonly hint: string}>
> = {
  note: {label: 'Note', hint: 'Internal, with the time.'},
  question: {label: 'Question', hint: 'Printed in the handoff document.'},
  action: {label: 'Action', hint: 'Who does what by when. Printed, and followed up.'},
};

function needed(text: string): string | undefined {
  return text === '' ? 'Type something, or leave with Esc.' : undefined;
}

/** Asks for what is logged with the time and the running block; gives whether it was. */
export async function askToLog(
  view: View,
  {clock: {block}}: AgendaState,
  kind: NoteKind,
): Promise<boolean> {
  const {label, hint} = noteWords[kind];
  const noted = (text: string): Change => ({
    type: 'session/noted',
    kind,
    text,
    ...(block === undefined ? {} : {block}),
  });
  const text = await view.ask({
    label,
    hint,
    problemWith: (typed) => needed(typed) ?? answerProblem(view, noted(typed)),
    keep: (typed) => view.dispatch([noted(typed)], {said: `${label} kept.`}),
  });
  return text !== undefined;
}

/** Asks for the answer to a question, or what came of an action. */
export function askAnswer(view: View, {id, kind, text, answer = ''}: SessionNote): void {
  const answered = (typed: string): Change => ({
    type: 'session/answered',
    note: id,
    answer: typed,
  });
  void view.ask({
    label: kind === 'action' ? 'Outcome' : 'Answer',
    hint: text,
    initialText: answer,
    problemWith: (typed) => needed(typed) ?? answerProblem(view, answered(typed)),
    keep: (typed) => view.dispatch([answered(typed)], {said: 'Answer kept.'}),
  });
}
