import path from 'node:path';
import {expandHome} from '../../expand-home.ts';
import {isWeekend, weekdays, type Weekday} from '../../handoff/time/business-calendar.ts';
import {readDate} from '../../handoff/time/dates.ts';
import {isDateLanguage, languageNamed} from '../../handoff/time/date-language.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {isRealDay} from '../../handoff/time/real-day.ts';
import {Problem} from '../../problem.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';

/** Of what kind the value of a setting is: how it is typed, and how it is kept. */
export interface SettingKind<Value> {
  /** What can be typed, in words that fit after "It takes". */
  readonly takes: string;
  /** Words of which one is typed, where there are some. */
  readonly choices?: readonly string[];
  /** Whether words behind each other are values of their own. */
  readonly isList?: boolean;
  /**
   * The value that somebody has typed, which is not empty.
   *
   * @throws {Problem} for what is none, saying what would be good
   */
  readonly read: (text: string) => Value;
  /** The value as it would be typed. */
  readonly write: (value: Value) => string;
  readonly isKept: (value: unknown) => boolean;
  /** What is wrong with a kept one, to stand behind its name. */
  readonly otherwise: string;
}

function inOneLine(text: string): string {
  return stripTerminal(text).replaceAll(/\s+/gu, ' ').trim();
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** A text in one line, in which `problem` finds nothing. */
export function textKind(
  takes: string,
  otherwise: string,
  problem: (text: string) => string | undefined = () => undefined,
): SettingKind<string> {
  return {
    takes,
    otherwise,
    read(text) {
      const line = inOneLine(text);
      const wrong = problem(line);
      if (wrong !== undefined) throw new Problem(wrong, `It takes ${takes}.`);
      return line;
    },
    write: (value) => value,
    isKept: isFilled,
  };
}

/** One of some words. */
export function choiceKind<Word extends string>(
  words: readonly Word[],
  what: string,
): SettingKind<Word> {
  const takes = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return {
    takes,
    otherwise: `is none of ${words.join(', ')}`,
    choices: words,
    read(text) {
      const typed = text.toLowerCase();
      const found = words.find((word) => word === typed);
      if (found) return found;
      throw new Problem(
        `"${text}" is no ${what}.`,
        `There are ${words.join(', ')}, and auto for the usual.`,
      );
    },
    write: (value) => value,
    isKept: (value) => words.some((word) => word === value),
  };
}

const yes: ReadonlySet<string> = new Set(['on', '1', 'true', 'yes']);
const no: ReadonlySet<string> = new Set(['off', '0', 'false', 'no']);

/** Something that is so or not. */
export const switchKind: SettingKind<boolean> = {
  takes: 'on or off',
  otherwise: 'is neither true nor false',
  choices: ['on', 'off'],
  read(text) {
    const typed = text.toLowerCase();
    if (yes.has(typed) || no.has(typed)) return yes.has(typed);
    throw new Problem(
      `"${text}" is neither on nor off.`,
      'It is on or off, or auto for the usual.',
    );
  },
  write: (value) => (value ? 'on' : 'off'),
  isKept: (value) => typeof value === 'boolean',
};

/** A folder; whether it is there is found out when it is set or used. */
export const folderKind: SettingKind<string> = {
  takes: 'the path of a folder',
  otherwise: 'is no absolute path of a folder',
  read: (text) => path.resolve(expandHome(text)),
  write: (value) => value,
  isKept: (value) => typeof value === 'string' && path.isAbsolute(value),
};

function isNone(text: string): boolean {
  return text.toLowerCase() === 'none';
}

function readDay(text: string): string {
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().toISOString());
  const reading = readDate(text, today);
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem, 'Write a day as 2026-12-25.');
}

/** Days of calendars. */
export const daysKind: SettingKind<readonly string[]> = {
  takes: 'days such as 2026-12-25, or none',
  otherwise: 'is no list of days such as ["2026-12-25"]',
  isList: true,
  read(text) {
    if (isNone(text)) return [];
    const typed = text.split(/,|\s+(?=\d{4}-)/u).map((day) => day.trim());
    return [...new Set(typed.filter(Boolean).map(readDay))].toSorted();
  },
  write: (days) => (days.length === 0 ? 'none' : days.join(', ')),
  isKept: (value) =>
    Array.isArray(value) && value.every((day) => typeof day === 'string' && isRealDay(day)),
};

function readWeekday(text: string): Weekday {
  const typed = text.toLowerCase();
  const day = typed.length < 3 ? undefined : weekdays.find((known) => known.startsWith(typed));
  if (day) return day;
  throw new Problem(
    `"${text}" is no day of the week.`,
    'Write the days as fri sat, or none where people work on all days.',
  );
}

/** Days of a week, of which one at least is left. */
export const weekendKind: SettingKind<readonly Weekday[]> = {
  takes: 'days of the week such as fri sat, or none',
  otherwise: 'is no list of days of a week such as ["friday", "saturday"]',
  isList: true,
  read(text) {
    const typed = text.split(/[\s,]+/u).filter(Boolean);
    const named = new Set(isNone(text) ? [] : typed.map(readWeekday));
    const weekend = weekdays.filter((day) => named.has(day));
    if (isWeekend(weekend)) return weekend;
    throw new Problem(
      'With all seven days there is no day left on which anybody works.',
      'Leave out at least one day of the week.',
    );
  },
  write: (days) => (days.length === 0 ? 'none' : days.join(' ')),
  isKept: isWeekend,
};

/** A language, as BCP 47 names it. */
export const languageKind: SettingKind<string> = {
  takes: 'a language such as en-GB, de, pt-BR or ja',
  otherwise: 'is no language such as "de" or "pt-BR"',
  read(text) {
    const found = languageNamed(text);
    if (found !== undefined) return found;
    throw new Problem(
      `"${text}" is no language that dates can be written in here.`,
      'Name it as en-GB, de, pt-BR or ja.',
    );
  },
  write: (value) => value,
  isKept: (value) => typeof value === 'string' && isDateLanguage(value),
};
