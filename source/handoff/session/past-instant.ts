import {isRealDay} from '../time/real-day.ts';
import {instantsOf} from '../time/zoned-time.ts';

/** Reads when something was, as `2026-06-24 14:05` in a time zone; nothing where that was no time. */
export function readPastInstant(text: string, timeZone: string): string | undefined {
  const [, day = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})$/u.exec(text.trim()) ?? [];
  const [hours = '', minutes = ''] = time.split(':');
  if (!isRealDay(day) || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  // Where clocks went back over it, the earlier one is as good as the later.
  return instantsOf(day, `${hours.padStart(2, '0')}:${minutes}`, timeZone)[0];
}
