import {
  dateEcho,
  dayHint,
  pastDayHint,
  pastProblem,
  readDate,
  type Lean,
} from '../../handoff/time/dates.ts';
import type {BusinessCalendar} from '../../handoff/time/business-calendar.ts';
import {restDayWords} from '../../handoff/time/calendar-words.ts';
import type {Token} from '../theme/tokens.ts';
import type {TextAsk} from './ask.ts';

interface DateAsk extends Omit<TextAsk, 'hint' | 'echo' | 'problemWith' | 'keep'> {
  /** Said behind how a day can be typed. */
  readonly hint?: string;
  /** The day now, `YYYY-MM-DD`, in the zone of the handoff. */
  readonly today: string;
  /** The handoff, or another that knows on which days people work. */
  readonly calendar: BusinessCalendar;
  /** Whether the empty line is an answer. */
  readonly isOptional?: boolean;
  /** Whether the day lies behind: a weekday is the last one then. */
  readonly isPast?: boolean;
  /** What else is wrong with a day, given as `YYYY-MM-DD`, or empty. */
  readonly problemWithDay?: (day: string) => string | undefined;
  /** What keeps the day, given as `YYYY-MM-DD`, or empty. */
  readonly keepDay?: (day: string) => Promise<boolean>;
}

/** What a typed day comes to; that few people work on it is remarked on. */
export function dayEcho(
  day: string,
  today: string,
  calendar: BusinessCalendar,
): {readonly text: string; readonly token: Token} {
  const rest = restDayWords(day, calendar);
  const echo = dateEcho(day, today);
  return rest === undefined
    ? {text: echo, token: 'accent'}
    : {text: `${echo}: ${rest}`, token: 'warning'};
}

/** The day that somebody typed, `YYYY-MM-DD`; empty where nothing, or no day, was typed. */
export function dayTyped(text: string, today: string, lean: Lean = 'ahead'): string {
  const reading = text === '' ? undefined : readDate(text, today, lean);
  return reading && 'date' in reading ? reading.date : '';
}

/** A question for a day, in words as people say it: `today`, `fri`, `+3`, `24 June`. */
export function dateAsk(options: DateAsk): TextAsk {
  const {today, calendar, isOptional, isPast, problemWithDay, keepDay, hint, ...ask} = options;
  const lean = isPast ? 'back' : 'ahead';
  const day = (text: string) => dayTyped(text, today, lean);
  const how = isPast ? pastDayHint : dayHint;
  return {
    hintRows: 3,
    ...ask,
    hint: hint === undefined ? how : `${how} ${hint}`,
    echo: (text) => (day(text) === '' ? undefined : dayEcho(day(text), today, calendar)),
    problemWith(text) {
      if (text === '') return isOptional ? problemWithDay?.('') : `A day is needed. ${how}`;
      const reading = readDate(text, today, lean);
      if ('problem' in reading) return reading.problem;
      const past = isPast ? undefined : pastProblem(reading.date, today);
      return past ?? problemWithDay?.(reading.date);
    },
    ...(keepDay ? {keep: (text: string) => keepDay(day(text))} : {}),
  };
}
