import type {Handoff} from '../model/handoff.ts';
import type {CheckRunRecord} from '../model/check-run.ts';

/** Two runs to compare: how the system was handed over, and how it stands now. */
export interface DriftRuns {
  readonly before: CheckRunRecord;
  readonly after: CheckRunRecord;
}

/** The last run that began at or before the end of the session: the system as it was handed over. */
export function handoverRun({checkRuns, session}: Handoff): CheckRunRecord | undefined {
  const {endedAt} = session;
  if (!endedAt) return undefined;
  return checkRuns.findLast(({startedAt}) => Date.parse(startedAt) <= Date.parse(endedAt));
}

/** The run of handover day and the latest one after it; nothing while either is missing. */
export function driftRuns(handoff: Handoff): DriftRuns | undefined {
  const before = handoverRun(handoff);
  const after = handoff.checkRuns.at(-1);
  return before && after && after.id !== before.id ? {before, after} : undefined;
}
