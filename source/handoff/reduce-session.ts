import type {Action} from './actions.ts';
import type {BlockTime, Pause, Session} from './session.ts';

function closeLast<T extends BlockTime | Pause>(list: readonly T[], at: string): readonly T[] {
  return list.map((entry, index) =>
    index === list.length - 1 && entry.endedAt === undefined ? {...entry, endedAt: at} : entry,
  );
}

/** A second start begins the next part: the time since the end was a pause. */
function start({endedAt, ...session}: Session, at: string): Session {
  if (!session.startedAt) return {...session, startedAt: at};
  if (!endedAt) return session;
  return {...session, pauses: [...session.pauses, {startedAt: endedAt, endedAt: at}]};
}

/** What an action does to the session; other actions leave it as it is. */
export function reduceSession(session: Session, action: Action): Session {
  const {at} = action;
  switch (action.type) {
    case 'session/started':
      return start(session, at);
    case 'session/block-entered':
      return {
        ...session,
        pauses: closeLast(session.pauses, at),
        blocks: [...closeLast(session.blocks, at), {block: action.block, startedAt: at}],
      };
    case 'session/paused':
      return {...session, pauses: [...closeLast(session.pauses, at), {startedAt: at}]};
    case 'session/resumed':
      return {...session, pauses: closeLast(session.pauses, at)};
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
        blocks: closeLast(session.blocks, at),
        pauses: closeLast(session.pauses, at),
      };
    default:
      return session;
  }
}
