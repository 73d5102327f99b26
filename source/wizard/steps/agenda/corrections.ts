import type {Change} from '../../../handoff/changes/catalogue.ts';
import {attendances} from '../../../handoff/model/session-correction.ts';
import {consents} from '../../../handoff/registers/people-registers.ts';
import {fieldText, recordsOf} from '../../../handoff/registers/records.ts';
import {driverTimes} from '../../../handoff/session/driver-share.ts';
import {hasCome, recordingConsents} from '../../../handoff/session/held.ts';
import {timeInBlock} from '../../../handoff/session/session-clock.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {timeWords} from '../../../handoff/time/wording.ts';
import type {View} from '../../view.ts';

/** What is set right, before somebody has said why. */
export type Said = Omit<Extract<Change, {type: 'session/corrected'}>, 'type' | 'reason'>;

/** The ways to ask for what was so; each gives whether it was recorded. */
export interface CorrectionAsks {
  readonly askMinutes: (
    label: string,
    now: number,
    of: (minutes: number) => Said,
  ) => Promise<boolean>;
  readonly askTime: (
    label: string,
    now: string | undefined,
    of: (at: string) => Said,
    then: (said: Said) => Promise<boolean>,
  ) => Promise<boolean>;
  readonly askChoice: (
    label: string,
    choices: readonly string[],
    of: (value: string) => Said | undefined,
  ) => Promise<boolean>;
  readonly askReason: (said: Said) => Promise<boolean>;
}

/** One thing that can be set right: how it stands, and what asks for it. */
interface Entry {
  readonly value: string;
  readonly label: string;
  readonly ask: () => Promise<boolean>;
}

const minute = 60_000;

/** The minutes of each block, and of them the customer's. */
function blockEntries(
  {handoff: {session}, step, now: clock}: View,
  {askMinutes}: CorrectionAsks,
): Entry[] {
  const now = clock();
  return step.items.flatMap(({id, text}) => {
    const held = Math.floor(timeInBlock(session, id, now) / minute);
    const driven = Math.floor(driverTimes(session, now, id).customer / minute);
    return [
      {
        value: `minutes:${id}`,
        label: `"${text}" had ${held} min`,
        ask: () => askMinutes(`Minutes of "${text}"`, held, (value) => ({minutes: {[id]: value}})),
      },
      {
        value: `driven:${id}`,
        label: `the customer drove ${driven} min of "${text}"`,
        ask: () =>
          askMinutes('Minutes the customer drove', driven, (value) => ({
            customerMinutes: {[id]: value},
          })),
      },
    ];
  });
}

/** Who came, and what each said of a recording. */
function peopleEntries({handoff}: View, {askChoice}: CorrectionAsks): Entry[] {
  const known = recordingConsents(handoff);
  return recordsOf(handoff, 'attendees').flatMap((row) => {
    const name = fieldText(row, 'name');
    const came = hasCome(handoff, row.id);
    const consent = known.find((one) => one.row === row.id)?.consent ?? 'not asked';
    return [
      {
        value: `came:${row.id}`,
        label: `${name} ${came === undefined ? 'may have come' : came ? 'came' : 'did not come'}`,
        ask: () =>
          askChoice(`Did ${name} come?`, attendances, (value) => {
            const said = attendances.find((one) => one === value);
            return said && {attendance: {[row.id]: said}};
          }),
      },
      {
        value: `consent:${row.id}`,
        label: `${name} on a recording: ${consent}`,
        ask: () =>
          askChoice(`Did ${name} agree to a recording?`, consents, (value) => {
            const said = consents.find((one) => one === value);
            return said && {consents: {[row.id]: said}};
          }),
      },
    ];
  });
}

/** When each sitting began and ended. */
function timeEntries(
  {handoff: {session, timeZone}}: View,
  {askTime, askReason}: CorrectionAsks,
): Entry[] {
  return session.parts.flatMap(({startedAt, endedAt}, index) => {
    const part = index + 1;
    const which = session.parts.length > 1 ? `part ${part} ` : 'it ';
    const when = (at: string) => `${dayIn(timeZone, at)} ${timeWords(at, timeZone)}`;
    return [
      {
        value: `start:${part}`,
        label: `${which}began ${when(startedAt)}`,
        ask: () => askTime('Began', startedAt, (at) => ({part, startedAt: at}), askReason),
      },
      {
        value: `end:${part}`,
        label: `${which}${endedAt ? `ended ${when(endedAt)}` : 'was left open'}`,
        ask: () => askTime('Ended', endedAt, (at) => ({part, endedAt: at}), askReason),
      },
    ];
  });
}

/** All that the record of the session says, a line each. */
export function correctionEntries(view: View, asks: CorrectionAsks): Entry[] {
  return [...timeEntries(view, asks), ...blockEntries(view, asks), ...peopleEntries(view, asks)];
}
