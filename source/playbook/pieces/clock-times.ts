import type {Minutes} from '../playbook.ts';

const clock = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(?:(a\.?m\.?|p\.?m\.?|Uhr|h)(?!\p{L}))?`;
const range = new RegExp(
  `^[([]?\\s*${clock}\\s*(?:[-‐‑‒–—−]|to|bis|à|a|até|tot)\\s*${clock}\\s*[)\\]]?\\s*[:|–—-]?\\s*`,
  'iu',
);
const single =
  /^[([]?\s*(\d{1,2})[:.](\d{2})\s*(?:(a\.?m\.?|p\.?m\.?|Uhr|h)(?!\p{L}))?\s*[)\]]?\s*[:|–—-]?\s+(?=\S)/iu;

const dayMinutes = 24 * 60;

/** A line that begins with a time of day. Minutes are counted from midnight. */
export interface Clocked {
  readonly text: string;
  readonly startsAt: number;
  /** Absent where only the start is named: it ends when the next one starts. */
  readonly minutes?: Minutes;
}

function minuteOf(hours = '', minutes = '0', half = ''): number | undefined {
  const hour = Number(hours);
  if (hour > 24 || Number(minutes) > 59) return undefined;
  const isAfternoon = /^p/iu.test(half) && hour < 12;
  const isMidnight = /^a/iu.test(half) && hour === 12;
  return (isAfternoon ? hour + 12 : isMidnight ? 0 : hour) * 60 + Number(minutes);
}

export function minutesBetween(start: number, end: number): Minutes | undefined {
  const length = (end - start + dayMinutes) % dayMinutes;
  // Half a day is no agenda block, but a sign of "11–1".
  const sure = length > dayMinutes / 2 ? length - dayMinutes / 2 : length;
  return sure > 0 ? {min: sure, max: sure} : undefined;
}

/** Noon and midnight as figures, where a time of day stands. */
function inFigures(text: string): string {
  return text.replace(
    /^([([]?\s*)(?:(noon|midday)|midnight)\b|(?<=^[([]?\s*\S{1,9}\s*(?:[-‐‑‒–—−]|to)\s*)(?:(noon|midday)|midnight)\b/giu,
    (_, before: string | undefined, noon?: string, later?: string) =>
      `${before ?? ''}${(noon ?? later) ? '12:00' : '0:00'}`,
  );
}

/** Reads `09:00–09:15 Welcome`, `9.15 am Welcome` and the like. A figure alone is no time of day, except beside others. */
export function takeClock(line: string, isAmongOthers = false): Clocked | undefined {
  const text = inFigures(line);
  const span = range.exec(text);
  // "1-2 people" has neither minutes nor a half of the day.
  const isTold = (span?.[2] ?? span?.[5] ?? span?.[3] ?? span?.[6]) !== undefined;
  if (span && (isTold || isAmongOthers)) {
    const half = span[3] ?? span[6];
    const start = minuteOf(span[1], span[2], half);
    const end = minuteOf(span[4], span[5], span[6] ?? span[3]);
    const rest = text.slice(span[0].length).trim();
    if (start !== undefined && end !== undefined) {
      const minutes = minutesBetween(start, end);
      return minutes && {text: rest, startsAt: start, minutes};
    }
  }
  const alone = single.exec(text);
  const start = alone ? minuteOf(alone[1], alone[2], alone[3]) : undefined;
  if (!alone || start === undefined) return undefined;
  return {text: text.slice(alone[0].length).trim(), startsAt: start};
}
