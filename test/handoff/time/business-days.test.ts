import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  usualCalendar,
  weekdays,
  type BusinessCalendar,
} from '../../../source/handoff/time/business-calendar.ts';
import {addBusinessDays, businessDaysBetween} from '../../../source/handoff/time/business-days.ts';
import {calendarWords, restDayWords} from '../../../source/handoff/time/calendar-words.ts';
import {addDays} from '../../../source/handoff/time/schedule.ts';
import {runsOf} from '../../torture/runs-of.ts';

const gulf: BusinessCalendar = {...usualCalendar, weekend: ['friday', 'saturday']};
const christmas = {...usualCalendar, holidays: ['2026-12-24', '2026-12-25']};

const start = '2026-03-01';
const day = fc.integer({min: 0, max: 60}).map((days) => addDays(start, days));
const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  weekend: fc.subarray([...weekdays], {maxLength: 6}),
  holidays: fc.uniqueArray(day, {maxLength: 20}),
  worked: fc.uniqueArray(day, {maxLength: 20}),
});

/** Counted in another way: the names that Intl gives, one day after the other. */
function naive(date: string, {weekend, holidays, worked}: BusinessCalendar): boolean {
  const name = new Intl.DateTimeFormat('en-GB', {weekday: 'long', timeZone: 'UTC'})
    .format(Date.parse(`${date}T12:00:00Z`))
    .toLowerCase();
  const isUsual = !weekend.some((each) => each === name) && holidays.every((each) => each !== date);
  return worked.some((each) => each === date) || isUsual;
}

describe('business days', () => {
  it('are counted over a weekend', () => {
    expect(addBusinessDays('2026-03-05', 2, usualCalendar)).toBe('2026-03-09');
    expect(addBusinessDays('2026-03-07', 1, usualCalendar)).toBe('2026-03-09');
    expect(addBusinessDays('2026-03-04', 10, usualCalendar)).toBe('2026-03-18');
  });

  it('leave holidays out, also when they are counted', () => {
    expect(addBusinessDays('2026-12-23', 2, christmas)).toBe('2026-12-29');
    expect(businessDaysBetween('2026-12-23', '2026-12-29', christmas)).toBe(2);
    expect(businessDaysBetween('2026-12-29', '2026-12-23', usualCalendar)).toBe(0);
  });

  it('follow the weekend of the place, and what is worked all the same', () => {
    expect(addBusinessDays('2026-03-05', 1, gulf)).toBe('2026-03-08');
    expect(addBusinessDays('2026-03-05', 1, {...gulf, worked: ['2026-03-07']})).toBe('2026-03-07');
    expect(addBusinessDays('2026-03-05', 3, {...usualCalendar, weekend: []})).toBe('2026-03-08');
    const worked = {...christmas, worked: ['2026-12-25']};
    expect(addBusinessDays('2026-12-23', 1, worked)).toBe('2026-12-25');
  });

  it('are the same in any calendar as counted one after the other', () => {
    fc.assert(
      fc.property(calendars, day, fc.integer({min: 0, max: 15}), (calendar, from, count) => {
        const to = addBusinessDays(from, count, calendar);
        const passed: string[] = [];
        for (let each = addDays(from, 1); each <= to; each = addDays(each, 1)) passed.push(each);
        const worked = passed.filter((each) => naive(each, calendar));
        expect(worked).toHaveLength(count);
        expect(worked.at(-1) ?? from).toBe(to);
        expect(businessDaysBetween(from, to, calendar)).toBe(count);
      }),
      runsOf(100),
    );
  });
});

describe('the words for them', () => {
  it('remark on a day on which nobody works', () => {
    const days = ['2026-03-06', '2026-03-07', '2026-03-08'];
    expect(days.map((each) => restDayWords(each, usualCalendar))).toEqual([
      undefined,
      'a Saturday',
      'a Sunday',
    ]);
    expect(days.map((each) => restDayWords(each, gulf))).toEqual([
      'a Friday',
      'a Saturday',
      undefined,
    ]);
    expect(restDayWords('2026-12-24', christmas)).toBe('a holiday');
    expect(restDayWords('2026-12-24', {...christmas, worked: ['2026-12-24']})).toBeUndefined();
  });

  it('say only what nobody takes for granted', () => {
    expect(calendarWords(christmas, start)).toBeUndefined();
    expect(calendarWords(gulf, start)).toBe(
      'Business days are Sunday to Thursday: the weekend is Friday and Saturday.',
    );
    expect(calendarWords({...usualCalendar, weekend: ['sunday']}, start)).toBe(
      'Business days are Monday to Saturday: the weekend is Sunday.',
    );
    expect(calendarWords({...usualCalendar, weekend: ['wednesday', 'sunday']}, start)).toBe(
      'Business days are Monday, Tuesday, Thursday, Friday and Saturday: the weekend is Wednesday and Sunday.',
    );
    expect(calendarWords({...usualCalendar, weekend: []}, start)).toBe(
      'Every day of the week is a business day.',
    );
    const worked = {...usualCalendar, worked: ['2026-02-28', '2026-03-07']};
    expect(calendarWords(worked, start)).toBe('Worked all the same: Sat 7 Mar 2026.');
  });
});
