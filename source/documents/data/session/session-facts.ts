import {allItems} from '../../../playbook/walk.ts';
import {notesReadBy, rowsReadBy} from '../../../handoff/audience/readable.ts';
import type {Reading} from '../reading.ts';
import {leftOpenSince} from '../../../handoff/session/silence.ts';
import {hasCome, recordingConsents} from '../../../handoff/session/held.ts';
import {reserve, won} from '../../../handoff/session/agenda-budget.ts';
import {driverTimes, plannedShare} from '../../../handoff/session/driver-share.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {plannedWords} from '../../../handoff/session/plan-date.ts';
import {fieldText} from '../../../handoff/registers/records.ts';
import {sessionTime} from '../../../handoff/session/session-clock.ts';
import {isRecordable, recordingWords} from './evidence-links.ts';
import type {DrivingData, SessionData, SessionPlanData} from './session-shapes.ts';

type Titles = ReadonlyMap<string, string>;

type Facts = Pick<
  SessionData,
  | 'plan'
  | 'attendees'
  | 'isRecordable'
  | 'recording'
  | 'actions'
  | 'timeMoves'
  | 'driving'
  | 'parts'
  | 'corrections'
  | 'leftOpenSince'
>;

function planData({plan, session}: Handoff, now: string): SessionPlanData | null {
  if (!plan) return null;
  const {startsAt, timeZone, minutes, place = null} = plan;
  const ends = Date.parse(startsAt) + minutes * 60_000;
  const isMissed = session.startedAt === undefined && ends < Date.parse(now);
  return {startsAt, when: plannedWords(startsAt, timeZone), timeZone, minutes, place, isMissed};
}

/** Nothing before anybody said who drives. */
function drivingData(
  {session, playbook}: Handoff,
  titles: Titles,
  now: string,
): DrivingData | null {
  if (session.drivers.length === 0) return null;
  const id = playbook.gates?.handsOnBlock ?? '';
  const block = titles.get(id) ?? null;
  const times = driverTimes(session, now, block === null ? undefined : id);
  const planned = allItems(playbook).find(({item}) => item.id === id)?.item.minutes;
  return {block, ...times, share: plannedShare(times, planned) ?? 0};
}

/** Who came, who drove, what was moved and what is to be done. */
export function sessionFacts(handoff: Handoff, titles: Titles, {audience, now}: Reading): Facts {
  const {session} = handoff;
  const others = new Map([
    [reserve, 'Reserve'],
    [won, 'Time won'],
  ]);
  const title = (id: string) => titles.get(id) ?? others.get(id) ?? null;
  const consents = recordingConsents(handoff);
  const attendees = rowsReadBy(handoff, audience, 'attendees').map((record) => ({
    name: fieldText(record, 'name'),
    side: fieldText(record, 'side'),
    role: fieldText(record, 'role'),
    consent:
      consents.find(({row}) => row === record.id)?.consent ??
      (fieldText(record, 'consent') || 'not asked'),
    came: hasCome(handoff, record.id) ?? null,
  }));
  const actions = notesReadBy(handoff, audience).filter(({kind}) => kind === 'action');
  return {
    plan: planData(handoff, now),
    attendees,
    isRecordable: isRecordable(handoff),
    recording: recordingWords(handoff),
    actions: actions.map(({text, at, by, answer, block}, index) => ({
      number: index + 1,
      text,
      outcome: answer?.trim() ? answer : null,
      at,
      by,
      block: block === undefined ? null : title(block),
    })),
    timeMoves: session.timeMoves.flatMap(({from: gave, to: got, minutes, at}) => {
      const [from, to] = [title(gave), title(got)];
      return from === null || to === null ? [] : [{from, to, minutes, at}];
    }),
    driving: drivingData(handoff, titles, now),
    corrections: session.corrections.map(({text, reason, at, by}) => ({text, reason, at, by})),
    leftOpenSince: leftOpenSince(session, now) ?? null,
    parts: session.parts.map(({startedAt, endedAt, isEnteredAfterwards = false}, index) => ({
      isEnteredAfterwards,
      number: index + 1,
      startedAt,
      endedAt: endedAt ?? null,
      elapsed: sessionTime(session, startedAt, endedAt ?? now),
    })),
  };
}
