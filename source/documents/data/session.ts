import {readClock, timeInBlock} from '../../handoff/session-clock.ts';
import type {Handoff} from '../../handoff/model.ts';
import type {SessionNote} from '../../handoff/session.ts';
import type {Item, Minutes, Step} from '../../playbook/model.ts';
import {agendaMinutes, allItems, stepsOf} from '../../playbook/walk.ts';

export interface BlockData {
  readonly title: string;
  readonly planned: Minutes | null;
  /** Milliseconds, pauses left out. */
  readonly spent: number;
  readonly topics: readonly string[];
}

export interface QuestionData {
  /** Counted from 1 in the order asked. */
  readonly number: number;
  readonly text: string;
  readonly answer: string | null;
  readonly at: string;
  readonly by: string;
  /** Title of the agenda block in which it was asked. */
  readonly block: string | null;
}

/** The handoff session: planned, running or held. */
export interface SessionData {
  readonly state: 'planned' | 'running' | 'paused' | 'ended';
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Milliseconds without pauses, and in pauses. */
  readonly elapsed: number;
  readonly paused: number;
  /** What the agenda's blocks add up to; nothing where the playbook has no agenda. */
  readonly planned: Minutes | null;
  readonly blocks: readonly BlockData[];
  readonly questions: readonly QuestionData[];
  /** How many questions have no answer yet. */
  readonly unanswered: number;
}

function agendaSteps(handoff: Handoff): Step[] {
  return stepsOf(handoff.playbook)
    .map(({step}) => step)
    .filter(({screen}) => screen === 'agenda');
}

function plannedMinutes(steps: readonly Step[]): Minutes | null {
  const sums = steps.map(agendaMinutes);
  const min = sums.reduce((total, minutes) => total + minutes.min, 0);
  const max = sums.reduce((total, minutes) => total + minutes.max, 0);
  return max === 0 ? null : {min, max};
}

function toQuestion(note: SessionNote, index: number, titles: ReadonlyMap<string, string>) {
  const {text, at, by, answer, block} = note;
  return {
    number: index + 1,
    text,
    answer: answer?.trim() ? answer : null,
    at,
    by,
    block: block === undefined ? null : (titles.get(block) ?? block),
  };
}

/** Milliseconds between start and end, or `now`, that the clock did not count. */
function pausedTime({session}: Handoff, now: string, elapsed: number): number {
  if (!session.startedAt) return 0;
  return Date.parse(session.endedAt ?? now) - Date.parse(session.startedAt) - elapsed;
}

/** The record of the session, without its internal notes. `now` is an ISO 8601 instant. */
export function sessionData(handoff: Handoff, now: string): SessionData {
  const {session} = handoff;
  const steps = agendaSteps(handoff);
  const clock = readClock(session, now);
  const titles = new Map(allItems(handoff.playbook).map(({item}) => [item.id, item.text]));

  const planned: Item[] = steps.flatMap((step) => step.items);
  const plannedIds = new Set(planned.map(({id}) => id));
  const others = new Set(
    session.blocks.map(({block}) => block).filter((id) => !plannedIds.has(id)),
  );
  const blocks = [
    ...planned.map((item) => ({
      title: item.text,
      planned: item.minutes ?? null,
      spent: timeInBlock(session, item.id, now),
      topics: item.children.map(({text}) => text),
    })),
    ...[...others].map((id) => ({
      title: titles.get(id) ?? id,
      planned: null,
      spent: timeInBlock(session, id, now),
      topics: [],
    })),
  ];
  const questions = session.notes
    .filter(({kind}) => kind === 'question')
    .map((note, index) => toQuestion(note, index, titles));

  return {
    state: clock.state,
    startedAt: session.startedAt ?? null,
    endedAt: session.endedAt ?? null,
    elapsed: clock.elapsed,
    paused: Math.max(0, pausedTime(handoff, now, clock.elapsed)),
    planned: plannedMinutes(steps),
    blocks,
    questions,
    unanswered: questions.filter(({answer}) => answer === null).length,
  };
}
