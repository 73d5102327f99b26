import {describe, expect, it} from 'vitest';
import {
  gapAround,
  instantsOf,
  isTimeZone,
  offsetWords,
} from '../../../source/handoff/time/zoned-time.ts';

describe('a date and a time in a zone', () => {
  it.each([
    ['2026-12-03', '14:00', 'Europe/Madrid', ['2026-12-03T13:00:00.000Z']],
    ['2026-07-03', '14:00', 'Europe/Madrid', ['2026-07-03T12:00:00.000Z']],
    ['2026-12-03', '00:15', 'Asia/Kolkata', ['2026-12-02T18:45:00.000Z']],
    ['2026-12-03', '23:30', 'America/New_York', ['2026-12-04T04:30:00.000Z']],
    ['2026-01-01', '00:00', 'Pacific/Kiritimati', ['2025-12-31T10:00:00.000Z']],
    // The last minute before and the first after clocks go forward.
    ['2026-03-29', '01:59', 'Europe/Madrid', ['2026-03-29T00:59:00.000Z']],
    ['2026-03-29', '03:00', 'Europe/Madrid', ['2026-03-29T01:00:00.000Z']],
    ['2026-03-29', '02:30', 'Europe/Madrid', []],
    [
      '2026-10-25',
      '02:30',
      'Europe/Madrid',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    ['2026-10-25', '03:00', 'Europe/Madrid', ['2026-10-25T02:00:00.000Z']],
    // Half an hour, in the south.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', []],
    [
      '2026-04-05',
      '01:45',
      'Australia/Lord_Howe',
      ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
    ],
    // Samoa left a whole day out.
    ['2011-12-30', '12:00', 'Pacific/Apia', []],
  ])('%s %s %s', (date, time, timeZone, instants) => {
    expect(instantsOf(date, time, timeZone)).toEqual(instants);
  });

  it('tells from where to where clocks jump', () => {
    expect(gapAround('2026-03-29', '02:30', 'Europe/Madrid')).toEqual({from: '02:00', to: '03:00'});
    expect(gapAround('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual({
      from: '02:00',
      to: '02:30',
    });
  });

  it('knows zones and their offsets by name', () => {
    expect(isTimeZone('Europe/Madrid')).toBe(true);
    expect(isTimeZone('Europe/Madird')).toBe(false);
    expect(offsetWords('Asia/Kolkata', '2026-03-04T00:00:00.000Z')).toBe('UTC+5:30');
    expect(offsetWords('America/New_York', '2026-07-04T00:00:00.000Z')).toBe('UTC-4');
  });
});
