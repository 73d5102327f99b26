import type {Action} from '../model/actions.ts';
import type {SessionPlan} from '../model/session-plan.ts';
import type {Session} from '../model/session.ts';

/** Ends whatever has no end yet; a break counted afterwards may stand behind an open pause. */
function close<T extends {readonly endedAt?: string}>(
  list: readonly T[],
  at: string,
): readonly T[] {
  return list.map((entry) => (entry.endedAt === undefined ? {...entry, endedAt: at} : entry));
}

/** A second start begins the next part: the time since the end was a pause. */
function start({endedAt, ...session}: Session, at: string, plan: SessionPlan | undefined): Session {
  if (session.startedAt && !endedAt) return session;
  const parts = [...session.parts, {startedAt: at, ...(plan ? {plan} : {})}];
  if (!endedAt) return {...session, startedAt: at, parts};
  return {...session, parts, pauses: [...session.pauses, {startedAt: endedAt, endedAt: at}]};
}

/** What an action does to the session; other actions leave it as it is. `plan` is the one in force. */
export function reduceSession(session: Session, action: Action, plan?: SessionPlan): Session {
  const {at} = action;
  switch (action.type) {
    case 'session/started':
      return start(session, at, plan);
    case 'session/block-entered':
      return {
        ...session,
        pauses: close(session.pauses, at),
        blocks: [...close(session.blocks, at), {block: action.block, startedAt: at}],
      };
    case 'session/paused':
      return {...session, pauses: [...close(session.pauses, at), {startedAt: at}]};
    case 'session/resumed':
      return {...session, pauses: close(session.pauses, at)};
    case 'session/break-counted': {
      const {startedAt, endedAt} = action;
      const pauses = [...session.pauses, {startedAt, endedAt}];
      return {...session, pauses: pauses.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))};
    }
    case 'session/noted': {
      const {id, kind, text, block, actor} = action;
      const note = {id, kind, text, at, by: actor, ...(block === undefined ? {} : {block})};
      return {...session, notes: [...session.notes, note]};
    }
    case 'session/answered':
      return {
        ...session,
        notes: session.notes.map((note) =>
          note.id === action.note ? {...note, answer: action.answer} : note,
        ),
      };
    case 'demonstration/started': {
      const isOpen = session.startedAt !== undefined && session.endedAt === undefined;
      // Whoever performs a task has the keyboard.
      return isOpen && session.drivers.at(-1)?.driver !== 'customer'
        ? {...session, drivers: [...session.drivers, {driver: 'customer', startedAt: at}]}
        : session;
    }
    case 'session/driver-changed':
      return {...session, drivers: [...session.drivers, {driver: action.driver, startedAt: at}]};
    case 'session/time-moved': {
      const {from, to, minutes} = action;
      return {...session, timeMoves: [...session.timeMoves, {from, to, minutes, at}]};
    }
    case 'session/ended':
      return {
        ...session,
        endedAt: at,
        parts: close(session.parts, at),
        blocks: close(session.blocks, at),
        pauses: close(session.pauses, at),
      };
    default:
      return session;
  }
}
