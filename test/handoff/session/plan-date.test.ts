import {describe, expect, it} from 'vitest';
import {readStart, startWords} from '../../../source/handoff/session/plan-date.ts';

// A Tuesday, 18:00 in Madrid.
const now = '2026-11-24T17:00:00.000Z';
const timeZone = 'Europe/Madrid';

function read(text: string, at = now): string {
  const start = readStart(text, {timeZone, now: at});
  return 'problem' in start ? start.problem : startWords(start.startsAt, start.timeZone, at);
}

describe('when the session begins', () => {
  it.each([
    ['2026-12-03 14:00', 'Thu 3 Dec 2026, 14:00, Europe/Madrid, in 9 days'],
    ['2026-12-03T14:00', 'Thu 3 Dec 2026, 14:00, Europe/Madrid, in 9 days'],
    ['thu 14:00', 'Thu 26 Nov 2026, 14:00, Europe/Madrid, in 2 days'],
    ['sat 9:30', 'Sat 28 Nov 2026, 09:30, Europe/Madrid, in 4 days'],
    ['Thursday, 2pm', 'Thu 26 Nov 2026, 14:00, Europe/Madrid, in 2 days'],
    ['+3 14:00', 'Fri 27 Nov 2026, 14:00, Europe/Madrid, in 3 days'],
    ['tomorrow at 14:00', 'Wed 25 Nov 2026, 14:00, Europe/Madrid, tomorrow'],
    ['today 19:00', 'Tue 24 Nov 2026, 19:00, Europe/Madrid, today'],
    ['tue 19:00', 'Tue 24 Nov 2026, 19:00, Europe/Madrid, today'],
    // Six in the evening has passed, so the weekday is the one a week from now.
    ['tue 9:00', 'Tue 1 Dec 2026, 09:00, Europe/Madrid, in 7 days'],
    ['3 dec 14:00', 'Thu 3 Dec 2026, 14:00, Europe/Madrid, in 9 days'],
    ['Thu 3 Dec 14:00', 'Thu 3 Dec 2026, 14:00, Europe/Madrid, in 9 days'],
    ['jan 7 14:00', 'Thu 7 Jan 2027, 14:00, Europe/Madrid, in 44 days'],
    ['2026-12-03 14:00 America/New_York', 'Thu 3 Dec 2026, 14:00, America/New_York, in 9 days'],
    ['2026-12-31 23:30', 'Thu 31 Dec 2026, 23:30, Europe/Madrid, in 37 days'],
  ])('"%s" is %s', (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    ['', 'Type a day and a time, such as 2026-12-03 14:00, thu 14:00 or +3 14:00.'],
    ['14:00', 'On which day? Type it first, such as tomorrow 14:00.'],
    ['thu', 'Thu 26 Nov 2026, at what time? Add it, such as 14:00 (Europe/Madrid).'],
    ['thu 25:00', '"25:00" is no time. Type one from 00:00 to 23:59, such as 14:00.'],
    ['thu 13pm', '"13pm" is no time. Type one from 00:00 to 23:59, such as 14:00.'],
    ['2026-02-30 14:00', '"2026-02-30" is no date: February 2026 has 28 days.'],
    ['13/12/2026 14:00', 'Type the year first: 2026-12-13 for 13 December 2026.'],
    ['Fri 3 Dec 14:00', '"fri 3 dec": that day is Thu 3 Dec 2026. Correct one of the two.'],
    ['soon 14:00', '"soon" is no day. Type one as fri, tomorrow, +3, 24 June or 2026-11-24.'],
    [
      '03/04/2027 14:00',
      '"03/04/2027" may be 3 April 2027 or 4 March 2027. Type 2027-04-03 or 2027-03-04.',
    ],
    [
      'next fri 14:00',
      '"next fri" may be Fri 27 Nov 2026 or the week after, Fri 4 Dec 2026. Type 2026-11-27 or 2026-12-04.',
    ],
    [
      '2026-11-23 14:00',
      'Mon 23 Nov 2026, 14:00 is past; it is 18:00 on Tue 24 Nov 2026 in Europe/Madrid. Type a later time.',
    ],
    [
      'today 17:59',
      'Tue 24 Nov 2026, 17:59 is past; it is 18:00 on Tue 24 Nov 2026 in Europe/Madrid. Type a later time.',
    ],
    [
      'thu 14:00 Europe/Madird',
      '"Europe/Madird" is no time zone known here. Type one such as Europe/Madrid, or leave it out for Europe/Madrid.',
    ],
    [
      '2027-03-28 02:30',
      '02:30 does not exist on Sun 28 Mar 2027 in Europe/Madrid: clocks go from 02:00 to 03:00. Type a time before 02:00, or 03:00 or later.',
    ],
    [
      '2027-10-31 02:30',
      '02:30 comes twice on Sun 31 Oct 2027, when clocks go back. Type 2027-10-31 02:30+02:00 (UTC+2) or 2027-10-31 02:30+01:00 (UTC+1), or another time.',
    ],
    [
      '2026-12-03 14:00+02:00',
      'Europe/Madrid is at +01:00 then, not at +02:00. Leave it out, or type +01:00.',
    ],
  ])('"%s" is refused in words', (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it('takes either reading of an hour that comes twice, once it is named', () => {
    const at = (text: string) => readStart(text, {timeZone, now});
    expect(at('2027-10-31 02:30+02:00')).toEqual({startsAt: '2027-10-31T00:30:00.000Z', timeZone});
    expect(at('2027-10-31 02:30+01:00')).toEqual({startsAt: '2027-10-31T01:30:00.000Z', timeZone});
  });

  it('counts days in the zone of the plan, not in that of the machine', () => {
    // In Madrid it is the 25th already.
    expect(read('today 14:00', '2026-11-24T23:30:00.000Z')).toBe(
      'Wed 25 Nov 2026, 14:00, Europe/Madrid, today',
    );
    expect(read('tomorrow 14:00 Pacific/Auckland')).toBe(
      'Thu 26 Nov 2026, 14:00, Pacific/Auckland, tomorrow',
    );
  });
});
