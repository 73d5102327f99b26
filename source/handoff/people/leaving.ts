import {transitionEnd, transitionPeriod} from '../afterwards/transition-period.ts';
import {rowsReadBy} from '../audience/readable.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {dayIn} from '../time/schedule.ts';
import type {Audience, RegisterName} from '../../playbook/playbook.ts';
import {personNamed} from './people.ts';

/** Somebody who hands over and still has duties for the time after that. */
export interface Leaving {
  readonly name: string;
  /** Their last day, `YYYY-MM-DD`: that of the transition, or of their access where that is later. */
  readonly last: string;
  readonly isGone: boolean;
  /** What they are named for, in the words of the rows. */
  readonly duties: readonly string[];
}

/** Fields that name who does something from now on, and the day by which it is over with. */
const owners: readonly (readonly [RegisterName, string, string?])[] = [
  ['duties', 'incoming'],
  ['duties', 'deputy'],
  ['risks', 'owner', 'due'],
  ['maintenance', 'owner'],
  ['contracts', 'owner'],
  ['reviews', 'who'],
];

/** Whoever was in reach until a day only, and is still somebody to call. */
const calls: readonly (readonly [RegisterName, string])[] = [
  ['contacts', 'name'],
  ['escalations', 'whom'],
];

function lastDay(handoff: Handoff): string | undefined {
  const access = recordsOf(handoff, 'access').map((row) => fieldText(row, 'ends'));
  const days = [transitionEnd(handoff) ?? '', ...access].filter((day) =>
    /^\d{4}-\d{2}-\d{2}$/u.test(day),
  );
  return days.toSorted().at(-1);
}

/** What a row names somebody for. */
function dutyOf(row: HandoffRecord): string {
  return row.register === 'contacts' ? fieldText(row, 'level') : recordTitle(row);
}

/** Names of the handing over side with what rests on each after a day. */
function restingOn(handoff: Handoff, reader: Audience, last: string, isGone: boolean) {
  const period = transitionPeriod(handoff);
  const inReach = new Set(
    ['name', 'deputy'].map((field) =>
      period ? personNamed(handoff, fieldText(period, field))?.name : undefined,
    ),
  );
  const owning = owners.flatMap(([register, field, day]) =>
    rowsReadBy(handoff, reader, register)
      .filter((row) => fieldText(row, 'state') !== 'closed')
      .filter((row) => {
        const until = day === undefined ? '' : fieldText(row, day);
        return isGone || until === '' || until > last;
      })
      .map((row) => [personNamed(handoff, fieldText(row, field)), dutyOf(row)] as const),
  );
  const called = calls.flatMap(([register, field]) =>
    (isGone ? rowsReadBy(handoff, reader, register) : [])
      .map((row) => [personNamed(handoff, fieldText(row, field)), dutyOf(row)] as const)
      .filter(([person]) => inReach.has(person?.name)),
  );
  return [...owning, ...called].flatMap(([person, duty]) =>
    person?.side === 'vendor' ? [[person.name, duty] as const] : [],
  );
}

/**
 * Those of the handing over side on whom something rests after their last day. Where no such day is
 * known, nobody is. Of contacts only those are among them who were in reach during the transition:
 * others of a vendor's support may go on.
 *
 * @param now ISO 8601
 */
export function leaving(handoff: Handoff, reader: Audience, now: string): readonly Leaving[] {
  const last = lastDay(handoff);
  if (last === undefined) return [];
  const isGone = last < dayIn(handoff.timeZone, now);
  const found = new Map<string, string[]>();
  for (const [name, duty] of restingOn(handoff, reader, last, isGone))
    found.set(name, [...(found.get(name) ?? []), duty]);
  return [...found].map(([name, duties]) => ({
    name,
    last,
    isGone,
    duties: [...new Set(duties)],
  }));
}
