import {transitionEnd} from '../../../handoff/afterwards/transition-period.ts';
import {isLater} from '../../../handoff/rules/claim-rules.ts';
import {dateEcho} from '../../../handoff/time/dates.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dateAsk, dayTyped} from '../../asking/date-ask.ts';
import {answerProblem, refusalWords} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

/** Asks until when the transition is extended and why, and records both at once. */
export async function askToExtend(view: View): Promise<void> {
  const {handoff} = view;
  const today = dayIn(handoff.timeZone, view.now());
  const end = transitionEnd(handoff);
  const extended = (until: string, reason: string) =>
    ({type: 'transition/extended', until, reason}) as const;
  const asking = {actor: view.services.actor, now: view.now()};

  const typed = await view.ask(
    dateAsk({
      label: end === undefined ? 'Last day' : 'Extend until',
      hint: 'Then the reason is asked.',
      enter: 'go on',
      today,
      calendar: handoff,
      problemWithDay: (day) => refusalWords(isLater(handoff, extended(day, '?'), asking)),
    }),
  );
  if (typed === undefined) return;
  const until = dayTyped(typed, today);
  await view.ask({
    label: 'Because',
    hint: `Until ${dateEcho(until, today)}. The reason is printed in the handoff document.`,
    problemWith: (reason) => answerProblem(view, extended(until, reason)),
    keep: (reason) =>
      view.dispatch([extended(until, reason)], {
        said: `The transition lasts until ${dateEcho(until, today)}.`,
      }),
  });
}
