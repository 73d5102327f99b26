import {itemsReadBy, mayReadItem, notesReadBy} from '../../../handoff/audience/readable.ts';
import type {Reading} from '../reading.ts';
import {silences} from '../../../handoff/session/silence.ts';
import {hasSession} from '../../../handoff/session/has-session.ts';
import {readClock, timeInBlock} from '../../../handoff/session/session-clock.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Session, SessionNote} from '../../../handoff/model/session.ts';
import {sessionFacts} from './session-facts.ts';
import {durationWords, timeWords} from '../../words/times.ts';
import type {QuestionData, SessionData} from './session-shapes.ts';
import type {Audience, Item, Minutes, Step} from '../../../playbook/playbook.ts';
import {movedBudgets, planBudgets} from '../../../handoff/session/agenda-budget.ts';
import {agendaMinutes, stepsOf} from '../../../playbook/walk.ts';

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

/** The title of a block; nothing where there is none that the reader may read. */
function blockTitle(titles: ReadonlyMap<string, string>, block: string | undefined): string | null {
  return block === undefined ? null : (titles.get(block) ?? null);
}

function toQuestion(
  note: SessionNote,
  index: number,
  titles: ReadonlyMap<string, string>,
): QuestionData {
  const {text, at, by, answer, block} = note;
  return {
    number: index + 1,
    text,
    answer: answer?.trim() ? answer : null,
    at,
    by,
    block: blockTitle(titles, block),
  };
}

/** Milliseconds between start and end, or `now`, that the clock did not count. */
function pausedTime({session}: Handoff, now: string, elapsed: number): number {
  if (!session.startedAt) return 0;
  const silent = silences(session, now).reduce(
    (sum, {startedAt, endedAt = now}) => sum + Date.parse(endedAt) - Date.parse(startedAt),
    0,
  );
  return Date.parse(session.endedAt ?? now) - Date.parse(session.startedAt) - elapsed - silent;
}

/** What the blocks had in the first part, which is the one that has them all. */
function plannedBudgets(
  {plan, session}: Handoff,
  blocks: readonly Item[],
): ReadonlyMap<string, number> {
  const [first, second] = session.parts;
  const inForce = first ? first.plan : plan;
  if (!inForce) return new Map();
  const moves = session.timeMoves.filter(({at}) => !second || at < second.startedAt);
  const budgets = movedBudgets(planBudgets(blocks, inForce.minutes), moves);
  return new Map(budgets.map(({block, minutes}) => [block, minutes]));
}

function topicsOf(handoff: Handoff, audience: Audience, item: Item) {
  const children = item.children.filter((topic) => mayReadItem(handoff, audience, topic));
  const isCovered = ({id}: Item) => itemStanding(handoff, id).status === 'done';
  const isLeft = ({id}: Item) => itemStanding(handoff, id).status === 'open';
  return {
    topics: children.map(({text}) => text),
    covered: children.filter(isCovered).map(({text}) => text),
    left: children.filter(isLeft).map(({text}) => text),
  };
}

/** Whether the clock has not seen it, which its times do not tell. */
function enteredWords({parts}: Session): string {
  if (!parts.some(({isEnteredAfterwards}) => isEnteredAfterwards)) return '';
  return parts.length === 1
    ? ', entered afterwards'
    : ', of which the first part was entered afterwards';
}

/** Where the session stands, in the words of every document. */
function wordsOf(
  {session, timeZone}: Handoff,
  state: SessionData['state'],
  {elapsed, plan, leftOpenSince}: Pick<SessionData, 'elapsed' | 'plan' | 'leftOpenSince'>,
): string {
  const {startedAt = ''} = session;
  if (state === 'none') return 'none, the playbook has no agenda';
  if (state === 'ended')
    return `held on ${timeWords(startedAt, timeZone)}, ${durationWords(elapsed)}${enteredWords(session)}`;
  if (leftOpenSince !== null)
    return `begun on ${timeWords(startedAt, timeZone)} and left open: nobody ended it, and nothing is counted after ${timeWords(leftOpenSince, timeZone)}`;
  if (state !== 'planned') return `under way since ${timeWords(startedAt, timeZone)}`;
  if (!plan) return 'not held yet, and no date is set';
  return plan.isMissed
    ? `was planned for ${plan.when}, and was not held`
    : `planned for ${plan.when}`;
}

/** The record of the session, as far as a reader may read it. */
export function sessionData(handoff: Handoff, reading: Reading): SessionData {
  const {audience, now} = reading;
  const {session} = handoff;
  const steps = agendaSteps(handoff);
  const clock = readClock(session, now);
  const state = hasSession(handoff) ? clock.state : 'none';
  const titles = new Map(itemsReadBy(handoff, audience).map(({item}) => [item.id, item.text]));

  const all: Item[] = steps.flatMap((step) => step.items);
  const planned = all.filter((item) => mayReadItem(handoff, audience, item));
  const plannedIds = new Set(all.map(({id}) => id));
  const others = new Set(
    session.blocks
      .map(({block}) => block)
      .filter((id) => !plannedIds.has(id) && mayReadItem(handoff, audience, {id})),
  );
  const budgets = plannedBudgets(handoff, all);
  const blocks = [
    ...planned.map((item) => ({
      title: item.text,
      planned: item.minutes ?? null,
      budget: budgets.get(item.id) ?? null,
      spent: timeInBlock(session, item.id, now),
      ...topicsOf(handoff, audience, item),
    })),
    ...[...others].map((id) => ({
      title: titles.get(id) ?? id,
      planned: null,
      budget: null,
      spent: timeInBlock(session, id, now),
      topics: [],
      covered: [],
      left: [],
    })),
  ];
  const notes = notesReadBy(handoff, audience);
  const questions = notes
    .filter(({kind}) => kind === 'question')
    .map((note, index) => toQuestion(note, index, titles));

  const facts = sessionFacts(handoff, titles, reading);
  return {
    state,
    words: wordsOf(handoff, state, {elapsed: clock.elapsed, ...facts}),
    startedAt: session.startedAt ?? null,
    endedAt: session.endedAt ?? null,
    elapsed: clock.elapsed,
    paused: Math.max(0, pausedTime(handoff, now, clock.elapsed)),
    planned: plannedMinutes(steps),
    blocks,
    questions,
    notes: notes.filter(({kind}) => kind === 'note').map(({text, at, by}) => ({text, at, by})),
    unanswered: questions.filter(({answer}) => answer === null).length,
    ...facts,
  };
}
