const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A day read from what a person typed, or what is wrong with it, in words with what is allowed. */
export type DateReading = {readonly date: string} | {readonly problem: string};

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** `YYYY-MM-DD`, where there is such a day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** A day in figures without an agreed order: never guessed, since half the readers guess otherwise. */
function figuresProblem(text: string, first: number, second: number, year: number): string {
  const readings = [dayOf(year, second, first), dayOf(year, first, second)].filter(
    (reading) => reading !== undefined,
  );
  const [one, other] = readings;
  if (one === undefined) return `"${text}" is no date. There is no such day.`;
  if (other === undefined || other === one)
    return `Type the year first: ${one} for ${spoken(one)}.`;
  return `"${text}" may be ${spoken(one)} or ${spoken(other)}. Type ${one} or ${other}.`;
}

/** Why a month has no such day; months are counted from 1. */
export function missingDay(text: string, year: number, month: number): string {
  const name = months[month - 1];
  if (name === undefined) return `"${text}" is no date: there are twelve months.`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `"${text}" is no date: ${name} ${year} has ${days} days.`;
}

/** The month that a word names by its first letters, three at least, counted from 1; 0 for no month. */
export function monthNamed(word: string): number {
  return word.length < 3 ? 0 : months.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;
}

/** Reads `2026-03-04`; one such as 03/04/2026 is refused with its readings. Nothing for other words. */
export function readFigures(typed: string): DateReading | undefined {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed) ?? []).map(Number);
  if (year !== undefined && month !== undefined && day !== undefined) {
    const date = dayOf(year, month, day);
    return date === undefined ? {problem: missingDay(typed, year, month)} : {date};
  }
  const [, first, second, last] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(typed) ?? []).map(
    Number,
  );
  return first === undefined || second === undefined || last === undefined
    ? undefined
    : {problem: figuresProblem(typed, first, second, last)};
}
