import type {Change} from '../../../handoff/changes/catalogue.ts';
import {dateEcho, pastProblem, readDate} from '../../../handoff/time/dates.ts';
import {openFollowUps, type FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {addDays, dayIn} from '../../../handoff/time/schedule.ts';
import {followUpKey} from './follow-up-entries.ts';
import type {Question} from '../../asking/legacy-prompt.tsx';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

export type FollowUpField = 'owner' | 'due' | 'outcome';

/** What closing it means at its source. */
function atSource(followUp: FollowUp, outcome: string): Change[] {
  const {subject} = followUp;
  const closed: Change = {type: 'follow-up/closed', followUp: followUp.id, outcome};
  switch (followUp.kind) {
    case 'question':
      return [{type: 'session/answered', note: subject, answer: outcome}];
    case 'tie':
      return [closed, {type: 'record/changed', record: subject, fields: {state: 'moved'}}];
    case 'risk':
      return [closed, {type: 'record/changed', record: subject, fields: {state: 'closed'}}];
    default:
      return [closed];
  }
}

/** Opens a closed point again, at its source as well. */
export function reopening(followUp: FollowUp): Change[] {
  const {subject} = followUp;
  const state = {tie: 'tied', risk: 'open'} as const;
  return [
    {type: 'follow-up/reopened', followUp: followUp.id},
    ...(followUp.kind === 'tie' || followUp.kind === 'risk'
      ? [
          {
            type: 'record/changed',
            record: subject,
            fields: {state: state[followUp.kind]},
          } as const,
        ]
      : []),
  ];
}

function dueProblem(text: string, today: string): string | undefined {
  const reading = readDate(text, today);
  return 'problem' in reading ? reading.problem : pastProblem(reading.date, today);
}

/** The question behind each thing that can be said of an open point. */
export function followUpQuestion(
  view: View,
  followUp: FollowUp,
  field: FollowUpField,
  onDone: () => void,
): Question {
  const today = dayIn(view.handoff.timeZone, view.now());
  const {id} = followUp;
  const answer = (changes: readonly Change[], said: string, next?: FollowUp) => {
    onDone();
    void view.dispatch(changes, {said, ...(next ? {select: followUpKey(next)} : {})});
  };
  const owned = (owner: string): Change => ({type: 'follow-up/changed', followUp: id, owner});
  const dated = (text: string) => {
    const reading = readDate(text, today);
    const due = 'date' in reading ? reading.date : '';
    return {type: 'follow-up/changed' as const, followUp: id, due};
  };
  switch (field) {
    case 'owner':
      return {
        label: 'Owner',
        hint: 'Who sees to it, by name.',
        initialText: followUp.owner,
        problemWith: (text) =>
          text === ''
            ? 'Somebody has to see to it: type a name.'
            : answerProblem(view, owned(text)),
        onAnswer: (owner) => answer([owned(owner)], `Owner: ${owner}`, followUp),
      };
    case 'due':
      return {
        label: 'Due',
        hint: `Such as ${addDays(today, 3)}, or +3 for in three days.`,
        initialText: followUp.due?.date ?? '',
        problemWith: (text) => dueProblem(text, today) ?? answerProblem(view, dated(text)),
        onAnswer(text) {
          const change = dated(text);
          answer([change], `Due ${dateEcho(change.due, today)}.`, followUp);
        },
      };
    case 'outcome': {
      const isQuestion = followUp.kind === 'question';
      const others = openFollowUps(view.handoff).filter((other) => other.id !== id);
      return {
        label: isQuestion ? 'Answer' : 'Outcome',
        hint: isQuestion ? followUp.text.replace(/^Answer: /u, 'To: ') : followUp.text,
        initialText: '',
        problemWith: (text) =>
          text === ''
            ? 'Say in a few words what came of it, or leave with Esc.'
            : answerProblem(view, ...atSource(followUp, text)),
        onAnswer: (text) =>
          answer(
            atSource(followUp, text),
            others.length === 0 ? 'Closed. Nothing is open any more.' : 'Closed.',
            others[0],
          ),
      };
    }
  }
}
