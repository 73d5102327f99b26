import {nextCheckIn, transitionEnd, transitionPeriod} from '../afterwards/transition-period.ts';
import {openPointsReadBy, waiversReadBy} from '../audience/readable.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText} from '../registers/records.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {waiverStanding} from '../standing/waiver-standing.ts';
import {dayIn} from '../time/schedule.ts';

/** Something that those who take over count on. */
export interface Promised {
  /** A sentence without its full stop. */
  readonly text: string;
  readonly owner?: string;
  /** The last day for it, `YYYY-MM-DD`; absent where none was named. */
  readonly due?: string;
}

function ofTransition(handoff: Handoff, now: string): Promised[] {
  const period = transitionPeriod(handoff);
  const ends = transitionEnd(handoff);
  if (!period || ends === undefined || ends < dayIn(handoff.timeZone, now)) return [];
  const owner = fieldText(period, 'name');
  const channel = fieldText(period, 'channel');
  const next = isSignedOff(handoff) ? undefined : nextCheckIn(handoff);
  return [
    {text: `In reach for their questions${channel === '' ? '' : `: ${channel}`}`, owner, due: ends},
    ...(next ? [{text: `Check-in ${next.number}`, owner, due: next.due}] : []),
  ];
}

function ofWaivers(handoff: Handoff, now: string): Promised[] {
  return waiversReadBy(handoff, 'customer')
    .filter((waiver) => waiverStanding(handoff, waiver, now).state === 'in force')
    .flatMap(({text, approver, expires}): Promised[] =>
      expires === undefined
        ? []
        : [{text: `${text} (${approver} lives with it until then)`, due: expires}],
    );
}

/**
 * What was promised to those who take over and is not kept yet, the soonest first: open points that they
 * know of, the conditions of their acceptance among them, the transition, and what they wait for.
 *
 * @param now ISO 8601
 */
export function promised(handoff: Handoff, now: string): readonly Promised[] {
  const points = openPointsReadBy(handoff, 'customer').map(({text, owner, due}): Promised => ({
    text,
    owner,
    ...(due === undefined ? {} : {due: due.date}),
  }));
  return [...points, ...ofTransition(handoff, now), ...ofWaivers(handoff, now)].toSorted((a, b) =>
    (a.due ?? '~') < (b.due ?? '~') ? -1 : 1,
  );
}
