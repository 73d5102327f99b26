import {shownName} from '../../../handoff/people/shown-name.ts';
import {followUps, openFollowUps, type FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
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

/** Everything that the session left open, and what came of it. `now` is an ISO 8601 instant. */
export function followUpsData(handoff: Handoff, now: string): FollowUpsData {
  const closed = followUps(handoff).filter(({state}) => state.closedAt !== undefined);
  return {
    open: openFollowUps(handoff).map((followUp) => toFollowUp(handoff, now, followUp)),
    closed: closed.map((followUp) => toFollowUp(handoff, now, followUp)),
  };
}
