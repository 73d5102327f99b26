import type {Change} from '../changes/catalogue.ts';
import type {Handoff} from '../model/handoff.ts';
import {rowsFromEarlier} from './from-earlier.ts';

/**
 * What makes a handoff that has just begun start as another one ended: its size, its own business days,
 * and of its rows those that are much the same from one handoff to the next. Days are left open, and nothing
 * that was tested, agreed or proven comes along.
 *
 * @param now ISO 8601
 */
export function startLike(begun: Handoff, other: Handoff, now: string): readonly Change[] {
  const {size, holidays, weekend, worked} = other;
  const days = {holidays, weekend, worked, isOwn: true};
  return [
    ...(size === undefined ? [] : [{type: 'handoff/sized', size} as const]),
    ...(other.hasOwnCalendar ? [{type: 'calendar/set', ...days} as const] : []),
    ...rowsFromEarlier(begun, [other], now).map(
      ({register, item, fields}) => ({type: 'record/added', register, item, fields}) as const,
    ),
  ];
}
