import {shownName} from '../../../handoff/people/shown-name.ts';
import type {FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {openPointsReadBy, pointsReadBy} from '../../../handoff/audience/readable.ts';
import type {Reading} from '../reading.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {isOverdue} from '../../../handoff/time/schedule.ts';
import type {DueData} from '../standing/work-data.ts';

/** Something left to do, or done since. */
export interface FollowUpData {
  readonly kind: string;
  readonly text: string;
  readonly owner: string;
  readonly due: DueData | null;
  /** What came of it, and when it was closed. */
  readonly outcome: string | null;
  readonly closedAt: string | null;
  /** On whose word. */
  readonly closedBy: string | null;
}

export interface FollowUpsData {
  /** The soonest first. */
  readonly open: readonly FollowUpData[];
  readonly closed: readonly FollowUpData[];
}

function toFollowUp(handoff: Handoff, now: string, followUp: FollowUp): FollowUpData {
  const {kind, text, owner, due, state} = followUp;
  const isLate = due !== undefined && isOverdue(due, handoff.timeZone, now);
  return {
    kind,
    text,
    owner,
    due: due ? {...due, isOverdue: isLate && state.closedAt === undefined} : null,
    outcome: state.outcome ?? null,
    closedAt: state.closedAt ?? null,
    closedBy: state.closedBy === undefined ? null : shownName(handoff, state.closedBy),
  };
}

/** Everything that the session left open, and what came of it. */
export function followUpsData(handoff: Handoff, {audience, now}: Reading): FollowUpsData {
  const closed = pointsReadBy(handoff, audience).filter(({state}) => state.closedAt !== undefined);
  return {
    open: openPointsReadBy(handoff, audience).map((followUp) => toFollowUp(handoff, now, followUp)),
    closed: closed.map((followUp) => toFollowUp(handoff, now, followUp)),
  };
}
