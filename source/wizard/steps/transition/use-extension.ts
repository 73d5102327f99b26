import {useState} from 'react';
import {dateEcho, readDate} from '../../../handoff/time/dates.ts';
import {addDays, dayIn} from '../../../handoff/time/schedule.ts';
import {transitionEnd} from '../../../handoff/afterwards/transition-period.ts';
import type {Question} from '../../asking/legacy-prompt.tsx';
import {isLater} from '../../../handoff/rules/claim-rules.ts';
import {refusalWords, answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

/** Asks until when the transition is extended and why, and records both at once. */
export function useExtension(view: View) {
  const {handoff} = view;
  const [question, setQuestion] = useState<Question>();
  const leave = () => setQuestion(undefined);
  const today = dayIn(handoff.timeZone, view.now());
  const end = transitionEnd(handoff);

  function problemWith(text: string): string | undefined {
    const reading = readDate(text, today);
    if ('problem' in reading) return reading.problem;
    const change = {type: 'transition/extended', until: reading.date, reason: '?'} as const;
    return refusalWords(isLater(handoff, change, {actor: view.services.actor, now: view.now()}));
  }

  function askReason(until: string): void {
    setQuestion({
      label: 'Because',
      hint: `Until ${dateEcho(until, today)}. The reason is printed in the handoff document.`,
      initialText: '',
      problemWith: (reason) => answerProblem(view, {type: 'transition/extended', until, reason}),
      onAnswer(reason) {
        leave();
        void view.dispatch([{type: 'transition/extended', until, reason}], {
          said: `The transition lasts until ${dateEcho(until, today)}.`,
        });
      },
    });
  }

  function begin(): void {
    view.say(undefined);
    const later = addDays(end !== undefined && end > today ? end : today, 7);
    setQuestion({
      label: end === undefined ? 'Last day' : 'Extend until',
      hint: `Such as ${later}, or +7 for in a week. Then the reason is asked.`,
      initialText: '',
      problemWith,
      onAnswer(text) {
        const reading = readDate(text, today);
        if ('date' in reading) askReason(reading.date);
      },
    });
  }

  return {question, leave, begin};
}
