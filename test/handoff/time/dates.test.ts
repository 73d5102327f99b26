import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import {
  dateEcho,
  futureProblem,
  pastProblem,
  readDate,
} from '../../../source/handoff/time/dates.ts';
import {addDays} from '../../../source/handoff/time/schedule.ts';
import {dateWords} from '../../../source/handoff/time/wording.ts';

const today = '2026-03-04';

it.each([
  ['2026-03-04', '2026-03-04'],
  [' 2028-02-29 ', '2028-02-29'],
  ['+3', '2026-03-07'],
  ['+0', '2026-03-04'],
  ['-4', '2026-02-28'],
  ['+365', '2027-03-04'],
  ['today', '2026-03-04'],
  ['Tomorrow', '2026-03-05'],
  ['yesterday', '2026-03-03'],
  ['fri', '2026-03-06'],
  ['wed', '2026-03-04'],
  ['Tuesday', '2026-03-10'],
  ['24 June', '2026-06-24'],
  ['24th  June', '2026-06-24'],
  ['june 24', '2026-06-24'],
  ['3 Mar', '2027-03-03'],
  ['29 feb', '2028-02-29'],
  ['Thu 5 March 2026', '2026-03-05'],
])('"%s" is the day %s', (typed, date) => {
  expect(readDate(typed, today)).toEqual({date});
});

it.each([
  [
    '03/04/2026',
    '"03/04/2026" may be 3 April 2026 or 4 March 2026. Type 2026-04-03 or 2026-03-04.',
  ],
  ['3.4.2026', '"3.4.2026" may be 3 April 2026 or 4 March 2026. Type 2026-04-03 or 2026-03-04.'],
  ['25/12/2026', 'Type the year first: 2026-12-25 for 25 December 2026.'],
  ['12-25-2026', 'Type the year first: 2026-12-25 for 25 December 2026.'],
  ['05/05/2026', 'Type the year first: 2026-05-05 for 5 May 2026.'],
  ['31/31/2026', '"31/31/2026" is no date. There is no such day.'],
  ['2026-02-30', '"2026-02-30" is no date: February 2026 has 28 days.'],
  ['2026-13-01', '"2026-13-01" is no date: there are twelve months.'],
  ['soon', '"soon" is no day. Type one as fri, tomorrow, +3, 24 June or 2026-03-04.'],
  ['', '"" is no day. Type one as fri, tomorrow, +3, 24 June or 2026-03-04.'],
  ['31 June', '"31 june" is no date: June 2026 has 30 days.'],
  ['Fri 5 March', '"fri 5 march": that day is Thu 5 Mar 2026. Correct one of the two.'],
  [
    'next wed',
    '"next wed" may be Wed 11 Mar 2026 or the week after, Wed 18 Mar 2026. Type 2026-03-11 or 2026-03-18.',
  ],
  [
    'last fri',
    '"last fri" may be Fri 27 Feb 2026 or the week before, Fri 20 Feb 2026. Type 2026-02-27 or 2026-02-20.',
  ],
])('"%s" is refused in words with what is allowed', (typed, problem) => {
  expect(readDate(typed, today)).toEqual({problem});
});

it.each([
  ['fri', '2026-02-27'],
  ['wed', '2026-03-04'],
  ['24 June', '2025-06-24'],
  ['3 mar', '2026-03-03'],
  ['29 February', '2024-02-29'],
  ['-3', '2026-03-01'],
])('"%s" is the day %s for what was done', (typed, date) => {
  expect(readDate(typed, today, 'back')).toEqual({date});
});

const names =
  'January February March April May June July August September October November December';

/** Every way to say a day that is this many days from `from`. */
function saidInEachForm(date: string, from: string): string[] {
  const distance = Math.round((Date.parse(date) - Date.parse(from)) / 86_400_000);
  const [year = '', month = '', day = ''] = date.split('-');
  const name = names.split(' ')[Number(month) - 1] ?? '';
  const weekday = new Date(date).toLocaleDateString('en', {weekday: 'long', timeZone: 'UTC'});
  const beside = {'-1': 'yesterday', 0: 'today', 1: 'tomorrow'}[distance];
  const full = [`${Number(day)} ${name} ${year}`, `${name} ${Number(day)}, ${year}`];
  return [
    date,
    `${distance < 0 ? '' : '+'}${distance}`,
    ...(beside === undefined ? [] : [beside]),
    ...(Math.abs(distance) < 7 ? [weekday, weekday.slice(0, 3)] : []),
    ...(Math.abs(distance) < 365 ? [`${Number(day)} ${name.slice(0, 3)}`, `${name} ${day}`] : []),
    ...full,
    `${weekday.slice(0, 3)} ${full[0]}`,
    dateWords(date, ''),
  ].flatMap((text) => [text, text.toUpperCase(), ` ${text.toLowerCase()} `]);
}

it('every day reads back in each form in which it can be said, ahead and back', () => {
  const days = fc.integer({min: 0, max: 20_000}).map((count) => addDays('2000-01-01', count));
  fc.assert(
    fc.property(days, fc.integer({min: 0, max: 3000}), (from, distance) => {
      for (const lean of ['ahead', 'back'] as const) {
        const date = addDays(from, lean === 'ahead' ? distance : -distance);
        for (const typed of saidInEachForm(date, from))
          expect([typed, readDate(typed, from, lean)]).toEqual([typed, {date}]);
      }
    }),
  );
});

it('a day is echoed with its weekday, its year and how far away it is', () => {
  expect(dateEcho('2026-03-07', today)).toBe('Sat 7 Mar 2026, in 3 days');
  expect(dateEcho('2026-03-05', today)).toBe('Thu 5 Mar 2026, in 1 day');
  expect(dateEcho(today, today)).toBe('Wed 4 Mar 2026, today');
  expect(dateEcho('2025-12-31', today)).toBe('Wed 31 Dec 2025, 63 days ago');
});

it('a day on the wrong side of today is refused, and today never is', () => {
  expect(pastProblem('2026-03-03', today)).toBe(
    '2026-03-03 is in the past. Today is 2026-03-04; type that or later.',
  );
  expect(futureProblem('2026-03-05', today)).toBe(
    '2026-03-05 is still to come. Today is 2026-03-04; type that or earlier.',
  );
  expect([pastProblem(today, today), futureProblem(today, today)]).toEqual([undefined, undefined]);
});
