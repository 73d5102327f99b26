import {expect, it} from 'vitest';
import {
  dateEcho,
  futureProblem,
  pastProblem,
  readDate,
} from '../../../source/handoff/time/dates.ts';

const today = '2026-03-04';

it.each([
  ['2026-03-04', '2026-03-04'],
  [' 2028-02-29 ', '2028-02-29'],
  ['+3', '2026-03-07'],
  ['+0', '2026-03-04'],
  ['-4', '2026-02-28'],
  ['+365', '2027-03-04'],
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
  ['tomorrow', '"tomorrow" is no date. Type it as 2026-03-04, or +3 for in three days.'],
  ['', '"" is no date. Type it as 2026-03-04, or +3 for in three days.'],
])('"%s" is refused in words with what is allowed', (typed, problem) => {
  expect(readDate(typed, today)).toEqual({problem});
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
