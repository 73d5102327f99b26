import type {Pause, Session, SessionPart} from '../model/session.ts';

/**
 * Hours without any sign of a session, after which it was no session: the lid was closed, or nobody
 * ended it. A proposal of this project; people stop to eat long before.
 */
const longest = 8 * 3_600_000;

/** Instants at which somebody did something in a part of the session, in order. */
function signsOf(session: Session, {startedAt, endedAt = '~'}: SessionPart): readonly string[] {
  const {blocks, pauses, drivers, notes, timeMoves, signs = []} = session;
  const all = [
    ...blocks.map((time) => time.startedAt),
    ...pauses.flatMap((pause) => [pause.startedAt, pause.endedAt ?? '']),
    ...drivers.map((time) => time.startedAt),
    ...notes.map(({at}) => at),
    ...timeMoves.map(({at}) => at),
    ...signs,
  ].filter((at) => at > startedAt && at < endedAt);
  return [startedAt, ...all.toSorted(), ...(endedAt === '~' ? [] : [endedAt])];
}

/** When somebody last did something in a part that goes on. */
function lastSign(session: Session, part: SessionPart): string {
  const {blocks, pauses, drivers, notes, timeMoves, signs = []} = session;
  let last = part.startedAt;
  const see = (at: string | undefined) => {
    if (at !== undefined && at > last) last = at;
  };
  for (const {startedAt} of blocks) see(startedAt);
  for (const {startedAt, endedAt} of pauses) {
    see(startedAt);
    see(endedAt);
  }
  for (const {startedAt} of drivers) see(startedAt);
  for (const {at} of notes) see(at);
  for (const {at} of timeMoves) see(at);
  for (const at of signs) see(at);
  return last;
}

function silencesIn(session: Session): readonly Pause[] {
  return session.parts.flatMap((part) => {
    const end = part.endedAt ?? lastSign(session, part);
    // Most parts are shorter than a silence, and a journal is folded line by line.
    if (Date.parse(end) - Date.parse(part.startedAt) <= longest) return [];
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
  const last = lastSign(session, part);
  return Date.parse(now) - Date.parse(last) > longest ? last : undefined;
}

/** Stretches that count as no session up to an instant: nobody did anything for too long. */
export function silences(session: Session, now: string): readonly Pause[] {
  const found = known.get(session) ?? silencesIn(session);
  known.set(session, found);
  const since = leftOpenSince(session, now);
  return since === undefined ? found : [...found, {startedAt: since}];
}
