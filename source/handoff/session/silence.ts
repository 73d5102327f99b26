import type {Pause, Session, SessionPart} from '../model/session.ts';

/**
 * Hours without any sign of a session, after which it was no session: the lid was closed, or nobody
 * ended it. A proposal of this project; people stop to eat long before.
 */
const longest = 8 * 3_600_000;

/** Instants at which somebody did something in a part of the session, in order. */
function signsOf(session: Session, {startedAt, endedAt = '~'}: SessionPart): readonly string[] {
  const {blocks, pauses, drivers, notes, timeMoves} = session;
  const all = [
    ...blocks.map((time) => time.startedAt),
    ...pauses.flatMap((pause) => [pause.startedAt, pause.endedAt ?? '']),
    ...drivers.map((time) => time.startedAt),
    ...notes.map(({at}) => at),
    ...timeMoves.map(({at}) => at),
  ].filter((at) => at > startedAt && at < endedAt);
  return [startedAt, ...all.toSorted(), ...(endedAt === '~' ? [] : [endedAt])];
}

function silencesIn(session: Session): readonly Pause[] {
  return session.parts.flatMap((part) => {
    const signs = signsOf(session, part);
    return signs.flatMap((endedAt, index): Pause[] => {
      const startedAt = signs[index - 1];
      const isSilent =
        startedAt !== undefined && Date.parse(endedAt) - Date.parse(startedAt) > longest;
      return isSilent ? [{startedAt, endedAt}] : [];
    });
  });
}

const known = new WeakMap<Session, readonly Pause[]>();

/** When the last thing was done in a part that nobody ended, if that is too long ago to go on. */
export function leftOpenSince(session: Session, now: string): string | undefined {
  const part = session.parts.at(-1);
  if (!part || part.endedAt !== undefined) return undefined;
  const last = signsOf(session, part).at(-1);
  const isOld = last !== undefined && Date.parse(now) - Date.parse(last) > longest;
  return isOld ? last : undefined;
}

/** Stretches that count as no session up to an instant: nobody did anything for too long. */
export function silences(session: Session, now: string): readonly Pause[] {
  const found = known.get(session) ?? silencesIn(session);
  known.set(session, found);
  const since = leftOpenSince(session, now);
  return since === undefined ? found : [...found, {startedAt: since}];
}
