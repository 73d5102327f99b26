import type {Session} from '../../model/session.ts';
import type {SessionPlan} from '../../model/session-plan.ts';
import {consentsNow} from '../consents-now.ts';
import type {Draft} from '../draft.ts';
import {entry} from '../entry.ts';
import {figure, giver, instant, item, optional, text, zone} from '../change-fields.ts';
import {itemWords} from '../item-words.ts';

/** Ends whatever has no end yet; a break counted afterwards may stand behind an open pause. */
function close<T extends {readonly endedAt?: string}>(
  list: readonly T[],
  at: string,
): readonly T[] {
  return list.map((part) => (part.endedAt === undefined ? {...part, endedAt: at} : part));
}

/** A second start begins the next part: the time since the end was a pause. */
function start({endedAt, ...session}: Session, at: string, plan: SessionPlan | undefined): Session {
  if (session.startedAt && !endedAt) return session;
  const parts = [...session.parts, {startedAt: at, ...(plan ? {plan} : {})}];
  if (!endedAt) return {...session, startedAt: at, parts};
  return {...session, parts, pauses: [...session.pauses, {startedAt: endedAt, endedAt: at}]};
}

function changeSession(draft: Draft, part: Partial<Session>): void {
  draft.session = {...draft.session, ...part};
}

/** Where the start was taken back, what followed it has nothing to stand on. */
function hasBegun({session}: Draft): boolean {
  return session.startedAt !== undefined;
}

/** When the session is, and how its clock goes. */
export const sessionClockChanges = {
  'session/planned': entry({
    since: 1,
    fields: {startsAt: instant(), timeZone: zone(), minutes: figure(), place: optional(text())},
    undo: 'free',
    words: () => 'the plan of the session',
    reduce(draft, {startsAt, timeZone, minutes, place, at, actor: by}) {
      const sequence = draft.plan ? draft.plan.sequence + 1 : 0;
      draft.plan = {startsAt, timeZone, minutes, sequence, at, by, ...(place ? {place} : {})};
    },
  }),
  /** After the end of a session it begins the next part of it. */
  'session/started': entry({
    since: 1,
    fields: {},
    undo: 'free',
    words: () => 'the start of the session',
    reduce(draft, {at}) {
      draft.session = start(draft.session, at, draft.plan);
    },
  }),
  'session/block-entered': entry({
    since: 1,
    fields: {block: item()},
    undo: 'free',
    words: ({block}, handoff) => `going to ${itemWords(handoff, block)}`,
    reduce(draft, {block, at}) {
      if (!hasBegun(draft)) return;
      const {pauses, blocks} = draft.session;
      changeSession(draft, {
        pauses: close(pauses, at),
        blocks: [...close(blocks, at), {block, startedAt: at}],
      });
    },
  }),
  'session/paused': entry({
    since: 1,
    fields: {},
    undo: 'free',
    words: () => 'the pause',
    reduce(draft, {at}) {
      if (!hasBegun(draft)) return;
      changeSession(draft, {pauses: [...close(draft.session.pauses, at), {startedAt: at}]});
    },
  }),
  'session/resumed': entry({
    since: 1,
    fields: {},
    undo: 'free',
    words: () => 'going on after the pause',
    reduce(draft, {at}) {
      changeSession(draft, {pauses: close(draft.session.pauses, at)});
    },
  }),
  /** Time in which nobody paused the clock, such as while a laptop slept. */
  'session/break-counted': entry({
    since: 1,
    fields: {startedAt: instant(), endedAt: instant()},
    undo: 'free',
    words: () => 'the break',
    misfit: ({startedAt, endedAt}) =>
      Date.parse(endedAt) < Date.parse(startedAt) ? 'the break ends before it starts' : undefined,
    reduce(draft, {startedAt, endedAt}) {
      const pauses = [...draft.session.pauses, {startedAt, endedAt}];
      changeSession(draft, {
        pauses: pauses.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
      });
    },
  }),
  'session/time-moved': entry({
    since: 1,
    fields: {from: giver(), to: item(), minutes: figure()},
    undo: 'free',
    words: ({minutes, to}, handoff) => `moving ${minutes} min to ${itemWords(handoff, to)}`,
    reduce(draft, {from, to, minutes, at}) {
      const moved = {from, to, minutes, at};
      changeSession(draft, {timeMoves: [...draft.session.timeMoves, moved]});
    },
  }),
  'session/ended': entry({
    since: 1,
    fields: {},
    undo: 'free',
    words: () => 'the end of the session',
    reduce(draft, {at}) {
      if (!hasBegun(draft)) return;
      const {parts, blocks, pauses} = draft.session;
      changeSession(draft, {
        endedAt: at,
        parts: close(parts, at),
        blocks: close(blocks, at),
        pauses: close(pauses, at),
        consents: consentsNow(draft),
      });
    },
  }),
};
