import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import type {NoteKind} from '../../../handoff/model/session.ts';
import type {Question} from '../../asking/legacy-prompt.tsx';
import {topicsAre} from './session-alerts.ts';
import {startAsk} from '../plan/asks.ts';
import {nextPartDraft} from '../plan/plan-draft.ts';
import {endSession, type SessionQuestion} from './session-keys.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

const noteWords: Readonly<Record<NoteKind, {readonly label: string; readonly hint: string}>> = {
  note: {label: 'Note', hint: 'Internal, with the time.'},
  question: {label: 'Question', hint: 'Printed in the handoff document.'},
  action: {label: 'Action', hint: 'Who does what by when. Printed, and followed up.'},
};

function needed(text: string): string | undefined {
  return text === '' ? 'Type something, or leave with Esc.' : undefined;
}

/** The question behind each thing the session screen logs. */
export function sessionQuestion(
  view: View,
  agenda: AgendaState,
  asked: SessionQuestion,
  onDone: () => void,
): Question {
  if (asked.kind === 'end') return endQuestion(view, agenda, onDone);
  if (asked.kind === 'answer') return answerQuestion(view, asked.note, onDone);
  if (asked.kind === 'plan-next') {
    const part = agenda.part + 1;
    const words = {
      label: `Part ${part}`,
      said: `Part ${part}, with ${agenda.uncovered.length} topics`,
    };
    const draft = nextPartDraft(view, agenda.uncovered);
    const {
      keep,
      initialText = '',
      ...start
    } = startAsk(view, {...draft, plan: agenda.nextPlan}, words);
    return {
      ...start,
      initialText,
      onAnswer: (text) => void keep?.(text).then((isKept) => isKept && onDone()),
    };
  }
  const {kind} = asked;
  const {block} = agenda.clock;
  const {label, hint} = noteWords[kind];
  const noted = (text: string): Change => ({
    type: 'session/noted',
    kind,
    text,
    ...(block === undefined ? {} : {block}),
  });
  return {
    label,
    hint,
    initialText: '',
    problemWith: (text) => needed(text) ?? answerProblem(view, noted(text)),
    onAnswer(text) {
      onDone();
      void view.dispatch([noted(text)], {said: `${label} kept.`});
    },
  };
}

function answerQuestion(view: View, id: string, onDone: () => void): Question {
  const note = view.handoff.session.notes.find((other) => other.id === id);
  const answered = (answer: string): Change => ({type: 'session/answered', note: id, answer});
  return {
    label: note?.kind === 'action' ? 'Outcome' : 'Answer',
    hint: note?.text ?? '',
    initialText: note?.answer ?? '',
    problemWith: (text) => needed(text) ?? answerProblem(view, answered(text)),
    onAnswer(answer) {
      onDone();
      void view.dispatch([answered(answer)], {said: 'Answer kept.'});
    },
  };
}

function endQuestion(view: View, {uncovered}: AgendaState, onDone: () => void): Question {
  const open = uncovered.length > 0 ? `${topicsAre(uncovered.length)} not covered yet. ` : '';
  return {
    label: 'End the session',
    hint: `${open}Due dates count from this moment; undo takes it back.`,
    initialText: 'yes',
    problemWith: (text) =>
      text.toLowerCase() === 'yes' ? undefined : 'Type yes to end it, or go on with Esc.',
    onAnswer() {
      onDone();
      endSession(view);
    },
  };
}
