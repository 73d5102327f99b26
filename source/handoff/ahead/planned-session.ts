import type {Handoff} from '../model/handoff.ts';
import {dayIn, type Due} from '../time/schedule.ts';

/** When the session is planned to begin, while it has not begun; nothing where none is planned. */
export function plannedSession({plan, session, timeZone}: Handoff): Due | undefined {
  if (!plan || session.startedAt) return undefined;
  return {date: dayIn(timeZone, plan.startsAt), instant: plan.startsAt};
}
