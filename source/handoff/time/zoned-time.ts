// Temporal does all of this, but Node 24 has none and its polyfill is too big for each start.

const day = 24 * 3_600_000;
const minute = 60_000;

// Making one takes a thousand times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  // The Swedish locale writes dates and times as ISO 8601 does.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'medium'});
  formats.set(timeZone, format);
  return format;
}

/** Whether a name is a time zone that this machine knows, such as `Europe/Madrid`. */
export function isTimeZone(name: string): boolean {
  try {
    return formatFor(name) !== undefined;
  } catch {
    return false;
  }
}

/** What clocks in a zone show at a moment, in milliseconds as if they stood in UTC. */
function wallClock(timeZone: string, moment: number): number {
  return Date.parse(`${formatFor(timeZone).format(moment).replace(' ', 'T')}Z`);
}

/** How far clocks in a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(timeZone: string, moment: number): number {
  return wallClock(timeZone, moment) - Math.floor(moment / 1000) * 1000;
}

function wallTime(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00Z`);
}

/**
 * The instants at which clocks in a zone show a date and a time: one as a rule, none where clocks
 * go forward over it, two where they go back over it, the earlier one first.
 *
 * @param date `2026-03-04`
 * @param time `14:05`
 */
export function instantsOf(date: string, time: string, timeZone: string): readonly string[] {
  const wall = wallTime(date, time);
  const offsets = [wall - day, wall, wall + day].map((moment) => offsetAt(timeZone, moment));
  return [...new Set(offsets)]
    .map((offset) => ({offset, moment: wall - offset}))
    .filter(({offset, moment}) => offsetAt(timeZone, moment) === offset)
    .map(({moment}) => moment)
    .toSorted((a, b) => a - b)
    .map((moment) => new Date(moment).toISOString());
}

/** Where clocks jump forward: the time they leave, and the one they come to, as `02:00`. */
export interface Gap {
  readonly from: string;
  readonly to: string;
}

/** The jump that a date and time fall into; ask only where {@link instantsOf} gives none. */
export function gapAround(date: string, time: string, timeZone: string): Gap {
  const wall = wallTime(date, time);
  let before = wall - day;
  let after = wall + day;
  const first = offsetAt(timeZone, before);
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / 2 / minute) * minute;
    if (offsetAt(timeZone, middle) === first) before = middle;
    else after = middle;
  }
  const clock = (offset: number) => new Date(after + offset).toISOString().slice(11, 16);
  return {from: clock(first), to: clock(offsetAt(timeZone, after))};
}

/** `UTC+2`, `UTC-3:30`: what a zone's clocks are ahead of UTC at an instant. */
export function offsetWords(timeZone: string, instant: string): string {
  const minutes = offsetAt(timeZone, Date.parse(instant)) / minute;
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const tail = rest > 0 ? `:${String(rest).padStart(2, '0')}` : '';
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${tail}`;
}

/** The same as ISO 8601 writes it behind a time: `+02:00`. */
export function offsetSuffix(timeZone: string, instant: string): string {
  const minutes = offsetAt(timeZone, Date.parse(instant)) / minute;
  const pad = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
