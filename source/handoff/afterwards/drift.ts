import type {Handoff} from '../model/handoff.ts';
import type {CheckRunRecord} from '../model/check-run.ts';
import {checkFacts} from '../standing/of-checks/check-facts.ts';

/** Two runs to compare: how the system was handed over, and how it stands now. */
export interface DriftRuns {
  readonly before: CheckRunRecord;
  readonly after: CheckRunRecord;
}

/** Runs of the handoff's own checks file: those of another tell nothing of what was handed over. */
function ownRuns(handoff: Handoff): readonly CheckRunRecord[] {
  const {foreign} = checkFacts(handoff);
  return handoff.checkRuns.filter((run) => !foreign.includes(run));
}

/** The last run that began at or before the end of the session: the system as it was handed over. */
export function handoverRun(handoff: Handoff): CheckRunRecord | undefined {
  const {endedAt} = handoff.session;
  if (!endedAt) return undefined;
  return ownRuns(handoff).findLast(({startedAt}) => Date.parse(startedAt) <= Date.parse(endedAt));
}

/** The latest run of the handoff's own checks. */
export function latestRun(handoff: Handoff): CheckRunRecord | undefined {
  return ownRuns(handoff).at(-1);
}

/** The run of handover day and the latest one after it; nothing while either is missing. */
export function driftRuns(handoff: Handoff): DriftRuns | undefined {
  const before = handoverRun(handoff);
  const after = latestRun(handoff);
  return before && after && after.id !== before.id ? {before, after} : undefined;
}
