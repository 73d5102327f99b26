import {exitCriteria, type ExitCriterion} from '../../../handoff/afterwards/exit-criteria.ts';
import {
  checkInPlan,
  transitionEnd,
  type CheckIn,
} from '../../../handoff/afterwards/transition-period.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import {isOverdue} from '../../../handoff/time/schedule.ts';
import {dayWords, dueWords} from '../../../handoff/time/wording.ts';
import {span} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';
import {glyphs, statusSigns} from '../../theme/glyphs.ts';

/** Key of the row that tells what changed since the system was handed over. */
export const driftKey = 'drift';

interface Shown {
  readonly handoff: Handoff;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** The check-in that a selected row is. */
export function selectedCheckIn(
  handoff: Handoff,
  selected: string | undefined,
): CheckIn | undefined {
  const line = readLine(selected);
  if (line?.kind !== 'check-in') return undefined;
  return checkInPlan(handoff).find(({number}) => number === line.number);
}

const late = {glyph: glyphs.alarm, word: 'overdue', token: 'danger'} as const;

function checkInRow({number, due, record}: CheckIn, count: string, shown: Shown): Row {
  const {handoff, now} = shown;
  const {timeZone} = handoff;
  const row = {key: lineKey({kind: 'check-in', number}), text: `Check-in ${number}${count}`};
  if (!record) {
    const isLate = isOverdue({date: due}, timeZone, now);
    const when = span(dueWords({date: due}, timeZone, now), isLate ? 'danger' : 'accent');
    return {...row, sign: isLate ? late : statusSigns.open, remarks: [when]};
  }
  const date = fieldText(record, 'date');
  const held = `held ${dayWords(date, timeZone, now)} with ${recordTitle(record)}${date > due ? ', later than planned' : ''}`;
  return {...row, sign: statusSigns.done, remarks: [span(held, 'muted')]};
}

/** The plan of check-ins: those to hold first, then those held, the latest first. */
export function checkInRows(shown: Shown): Row[] {
  const {handoff} = shown;
  const plan = checkInPlan(handoff);
  if (plan.length === 0)
    return [headingRow('The check-ins are planned from the end of the session.')];
  // Without a last day nobody knows how many there will be.
  const count = transitionEnd(handoff) ? ` of ${plan.length}` : '';
  const toHold = plan.filter(({record}) => !record);
  const held = plan.filter(({record}) => record !== undefined).toReversed();
  return [...toHold, ...held].map((checkIn) => checkInRow(checkIn, count, shown));
}

/** The criterion that a selected row is. */
export function selectedCriterion(
  handoff: Handoff,
  selected: string | undefined,
  now: string,
): ExitCriterion | undefined {
  const line = readLine(selected);
  if (line?.kind !== 'exit') return undefined;
  return exitCriteria(handoff, now).find(({id}) => id === line.id);
}

/** What must hold before the transition may close, met or not, and why. */
export function exitRows({handoff, now}: Shown): Row[] {
  const criteria = exitCriteria(handoff, now);
  const rows = criteria.map(({id, text, isMet, why}): Row => ({
    key: lineKey({kind: 'exit', id}),
    sign: {...statusSigns[isMet ? 'done' : 'open'], token: isMet ? 'success' : 'warning'},
    text,
    below: [span(`${isMet ? 'met' : 'not met'}: ${why}`, isMet ? 'muted' : 'warning')],
  }));
  return criteria.length === 0 ? [] : [gap, headingRow('Exit criteria'), ...rows];
}

/** What is different on the system since it was handed over, as told by two runs of the checks. */
export function driftRows(told: readonly string[]): Row[] {
  return [
    gap,
    {
      key: driftKey,
      text: 'The system since handover day',
      token: 'muted',
      below: told.map((text) =>
        text.startsWith('  ') ? span(`  ${text.trim()}`) : span(`  ${text}`, 'muted'),
      ),
    },
  ];
}
