import {dateEcho, pastProblem, readDate} from '../../handoff/time/dates.ts';
import type {TextAsk} from './ask.ts';

interface DateAsk extends TextAsk {
  /** The day now, `YYYY-MM-DD`, in the zone of the handoff. */
  readonly today: string;
  /** Whether the empty line is an answer. */
  readonly isOptional?: boolean;
  /** Whether a day before today may be meant. */
  readonly allowsPast?: boolean;
  /** What else is wrong with a day, given as `YYYY-MM-DD`, or empty. */
  readonly problemWithDay?: (day: string) => string | undefined;
  /** What keeps the day, given as `YYYY-MM-DD`, or empty. */
  readonly keepDay?: (day: string) => Promise<boolean>;
}

/** The day that somebody typed, `YYYY-MM-DD`; empty where nothing, or no day, was typed. */
export function dayTyped(text: string, today: string): string {
  const reading = text === '' ? undefined : readDate(text, today);
  return reading && 'date' in reading ? reading.date : '';
}

/** A question for a day, in words as people say it: `today`, `fri`, `+3`, `24 June`. */
export function dateAsk(options: DateAsk): TextAsk {
  const {today, isOptional, allowsPast, problemWithDay, keepDay, ...ask} = options;
  return {
    ...ask,
    echo(text) {
      const day = dayTyped(text, today);
      return day === '' ? undefined : {text: dateEcho(day, today), token: 'accent'};
    },
    problemWith(text) {
      if (text === '')
        return isOptional ? problemWithDay?.('') : 'A day is needed, such as fri or +3.';
      const reading = readDate(text, today);
      if ('problem' in reading) return reading.problem;
      const past = allowsPast ? undefined : pastProblem(reading.date, today);
      return past ?? problemWithDay?.(reading.date) ?? ask.problemWith?.(text);
    },
    ...(keepDay ? {keep: (text: string) => keepDay(dayTyped(text, today))} : {}),
  };
}
