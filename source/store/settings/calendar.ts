import type {Change} from '../../handoff/changes/catalogue.ts';
import {
  calendarOf,
  isSameCalendar,
  type BusinessCalendar,
} from '../../handoff/time/business-calendar.ts';
import {chosenSetting} from './chosen-setting.ts';

/**
 * The business days as the settings of this person have them, as a change, where they differ from
 * those recorded. What the settings leave unsaid stays.
 */
export function calendarChange(
  home: string,
  recorded: BusinessCalendar,
  reason?: string,
): Change[] {
  const {holidays, weekend, worked} = {...recorded, ...said(home)};
  const next = calendarOf({holidays, weekend, worked});
  if (isSameCalendar(next, recorded)) return [];
  return [{type: 'calendar/set', ...next, ...(reason === undefined ? {} : {reason})}];
}

/** The days that somebody has named; what is usual was recorded when the handoff began. */
function said(home: string): Partial<BusinessCalendar> {
  const named = <Part extends keyof BusinessCalendar>(part: Part) => {
    const {value, from} = chosenSetting(home, part);
    return from === 'default' || value === undefined ? {} : {[part]: value};
  };
  return {...named('weekend'), ...named('holidays'), ...named('worked')};
}

/**
 * Due days count from the end of the session, so the business days are recorded with it: everybody
 * who opens the handoff then computes the same days, whatever their own settings say. Those that
 * were set for this handoff alone stay.
 */
export function withCalendar(
  home: string,
  recorded: BusinessCalendar & {readonly hasOwnCalendar: boolean},
  changes: readonly Change[],
): readonly Change[] {
  if (recorded.hasOwnCalendar || !changes.some(({type}) => type === 'session/ended'))
    return changes;
  const reason = 'as in the settings of whoever ended the session';
  return [...calendarChange(home, recorded, reason), ...changes];
}
