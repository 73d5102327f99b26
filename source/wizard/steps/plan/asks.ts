import type {SessionPlan} from '../../../handoff/model/session-plan.ts';
import {leastMinutes, readLength} from '../../../handoff/session/plan-length.ts';
import {readStart, startWords} from '../../../handoff/session/plan-date.ts';
import {restDayWords} from '../../../handoff/time/calendar-words.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {timeWords} from '../../../handoff/time/wording.ts';
import type {TextAsk} from '../../asking/ask.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';
import type {PlanDraft} from '../../../handoff/session/planned-part.ts';

/** The change that one part of a plan makes; nothing for as long as it has no date. */
function planned(draft: PlanDraft, part: Partial<SessionPlan>) {
  const {startsAt, timeZone, place} = {...draft.plan, ...part};
  if (startsAt === undefined || timeZone === undefined) return undefined;
  const minutes = part.minutes ?? draft.plan?.minutes ?? draft.minutes;
  return {
    type: 'session/planned' as const,
    startsAt,
    timeZone,
    minutes,
    ...(place ? {place} : {}),
  };
}

interface PartAsk<Part extends Partial<SessionPlan>> extends TextAsk {
  readonly read: (text: string) => Part | {readonly problem: string};
  readonly said: (part: Part) => string;
}

/** A question for one part of the plan. What was typed stays until the plan is saved. */
function partAsk<Part extends Partial<SessionPlan>>(
  view: View,
  draft: PlanDraft,
  {read, said, ...ask}: PartAsk<Part>,
): TextAsk {
  return {
    ...ask,
    hintRows: 4,
    problemWith(text) {
      const part = read(text);
      if ('problem' in part) return part.problem;
      const change = planned(draft, part);
      return change && answerProblem(view, change);
    },
    async keep(text) {
      const part = read(text);
      const change = 'problem' in part ? undefined : planned(draft, part);
      if (change === undefined) return false;
      return view.dispatch([change], {said: said(part as Part)});
    },
  };
}

/** A plan as it is typed, so that it can be mended rather than typed anew. */
function typedStart({startsAt, timeZone}: SessionPlan, home: string): string {
  const typed = `${dayIn(timeZone, startsAt)} ${timeWords(startsAt, timeZone)}`;
  return timeZone === home ? typed : `${typed} ${timeZone}`;
}

type Start = Pick<SessionPlan, 'startsAt' | 'timeZone'>;

/** Asks for day and time; what was understood is said while it is typed. */
export function startAsk(
  view: View,
  draft: PlanDraft,
  words: {readonly label: string; readonly said: string; readonly before?: string},
): TextAsk {
  const {timeZone} = view.handoff;
  const read = (text: string) => readStart(text, {timeZone, now: view.now()});
  const told = (start: Start) => startWords(start.startsAt, start.timeZone, view.now());
  const before = words.before ? `${words.before} ` : '';
  return partAsk<Start>(view, draft, {
    label: words.label,
    hint: `${before}Such as 2026-12-03 14:00, thu 14:00, +3 14:00 or tomorrow 14:00, in ${timeZone}.`,
    initialText: draft.plan ? typedStart(draft.plan, timeZone) : '',
    read,
    said: (start) => `${words.said}: ${told(start)}.`,
    echo(text) {
      if (text === '') return undefined;
      const start = read(text);
      if ('problem' in start) {
        const {problem, goesOn} = start;
        // What is not typed to its end is not scolded; Enter says what is missing.
        if (goesOn === 'day') return undefined;
        return {text: problem, token: goesOn === 'time' ? 'accent' : 'warning'};
      }
      const rest = restDayWords(dayIn(start.timeZone, start.startsAt), view.handoff);
      return rest === undefined
        ? {text: told(start), token: 'success'}
        : {text: `${told(start)}: ${rest}`, token: 'warning'};
    },
  });
}

/** Asks for the length; what is too short is said with what is allowed. */
export function lengthAsk(view: View, draft: PlanDraft): TextAsk {
  const least = view.handoff.playbook.gates?.sessionMinutes ?? 0;
  return partAsk(view, draft, {
    label: 'Length',
    hint: `In minutes, ${leastMinutes(draft.blocks, least)} or more.`,
    initialText: String(draft.plan?.minutes ?? draft.minutes),
    read: (text) => readLength(text, draft.blocks, least),
    said: ({minutes}) => `${minutes} minutes.`,
  });
}

/** Asks for the room or the link. */
export function placeAsk(view: View, draft: PlanDraft): TextAsk {
  return partAsk(view, draft, {
    label: 'Place',
    hint: 'A room or the link of a call. Empty takes it away.',
    initialText: draft.plan?.place ?? '',
    read: (place) => ({place}),
    said: ({place}) => (place ? `Place: ${place}` : 'No place.'),
  });
}
