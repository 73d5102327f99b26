import type {SessionPlan} from '../../../handoff/model/session-plan.ts';
import {leastMinutes, readLength} from '../../../handoff/session/plan-length.ts';
import {readStart, startWords} from '../../../handoff/session/plan-date.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {timeWords} from '../../../handoff/time/wording.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {Question} from '../../asking/legacy-prompt.tsx';
import type {View} from '../../view.ts';

/** What is kept of the plan while one line of it changes. */
export interface PlanDraft {
  /** The plan that is changed; nothing where a new one is made. */
  readonly plan: SessionPlan | undefined;
  /** The blocks that the session is about. */
  readonly blocks: readonly Item[];
  /** The length in minutes of a plan that says none yet. */
  readonly minutes: number;
}

function sessionMinutes(view: View): number {
  return view.handoff.playbook.gates?.sessionMinutes ?? 0;
}

function plan(view: View, draft: PlanDraft, part: Partial<SessionPlan>, said: string): void {
  const {startsAt, timeZone, place} = {...draft.plan, ...part};
  if (startsAt === undefined || timeZone === undefined) return;
  const minutes = part.minutes ?? draft.plan?.minutes ?? draft.minutes;
  void view.dispatch(
    [{type: 'session/planned', startsAt, timeZone, minutes, ...(place ? {place} : {})}],
    {said},
  );
}

/** A plan as it is typed, so that it can be mended rather than typed anew. */
function typedStart({startsAt, timeZone}: SessionPlan, home: string): string {
  const typed = `${dayIn(timeZone, startsAt)} ${timeWords(startsAt, timeZone)}`;
  return timeZone === home ? typed : `${typed} ${timeZone}`;
}

/** Asks for day and time; what was understood is said while it is typed. */
export function startQuestion(
  view: View,
  draft: PlanDraft,
  words: {readonly label: string; readonly said: string},
  onDone: () => void,
): Question {
  const {timeZone} = view.handoff;
  const read = (text: string) => readStart(text, {timeZone, now: view.now()});
  return {
    label: words.label,
    hint: `Such as 2026-12-03 14:00, thu 14:00, +3 14:00 or tomorrow 14:00, in ${timeZone}.`,
    hintRows: 4,
    initialText: draft.plan ? typedStart(draft.plan, timeZone) : '',
    echo(text) {
      if (text === '') return undefined;
      const start = read(text);
      return 'problem' in start
        ? {text: start.problem, token: 'warning'}
        : {text: startWords(start.startsAt, start.timeZone, view.now()), token: 'success'};
    },
    problemWith(text) {
      const start = read(text);
      return 'problem' in start ? start.problem : undefined;
    },
    onAnswer(text) {
      const start = read(text);
      if ('problem' in start) return;
      onDone();
      const when = startWords(start.startsAt, start.timeZone, view.now());
      plan(view, draft, start, `${words.said}: ${when}.`);
    },
  };
}

/** Asks for the length; what is too short is said with what is allowed. */
export function lengthQuestion(view: View, draft: PlanDraft, onDone: () => void): Question {
  const least = sessionMinutes(view);
  const read = (text: string) => readLength(text, draft.blocks, least);
  return {
    label: 'Length',
    hint: `In minutes, ${leastMinutes(draft.blocks, least)} or more.`,
    hintRows: 4,
    initialText: String(draft.plan?.minutes ?? draft.minutes),
    problemWith(text) {
      const length = read(text);
      return 'problem' in length ? length.problem : undefined;
    },
    onAnswer(text) {
      const length = read(text);
      if ('problem' in length) return;
      onDone();
      plan(view, draft, length, `${length.minutes} minutes.`);
    },
  };
}

/** Asks for the room or the link. */
export function placeQuestion(view: View, draft: PlanDraft, onDone: () => void): Question {
  return {
    label: 'Place',
    hint: 'A room or the link of a call. Empty takes it away.',
    initialText: draft.plan?.place ?? '',
    onAnswer(place) {
      onDone();
      plan(view, draft, {place}, place ? `Place: ${place}` : 'No place.');
    },
  };
}

/** A second part needs its own length: what is left to cover, and no less than the gates allow. */
export function nextPartDraft(view: View, uncovered: readonly Item[]): PlanDraft {
  const blocks = view.handoff.playbook.phases
    .flatMap(({steps}) => steps)
    .filter(({screen}) => screen === 'agenda')
    .flatMap(({items}) => items)
    .filter((block) => [block, ...block.children].some((item) => uncovered.includes(item)));
  return {plan: undefined, blocks, minutes: leastMinutes(blocks, sessionMinutes(view))};
}
