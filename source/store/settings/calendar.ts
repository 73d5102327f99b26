import type {Change} from '../../handoff/changes/catalogue.ts';
import {readSettings} from './settings.ts';

/** The holidays of this person as a change, where they are set and differ from those recorded. */
export function calendarChange(home: string, recorded: readonly string[]): Change[] {
  const {holidays} = readSettings(home);
  const isSame = holidays === undefined || holidays.join() === recorded.join();
  return isSame ? [] : [{type: 'calendar/set', holidays}];
}

/**
 * Due days count from the end of the session, so the holidays are recorded with it: everybody who
 * opens the handoff then computes the same days, whatever their own settings say.
 */
export function withCalendar(
  home: string,
  recorded: readonly string[],
  changes: readonly Change[],
): readonly Change[] {
  if (!changes.some(({type}) => type === 'session/ended')) return changes;
  return [...calendarChange(home, recorded), ...changes];
}
