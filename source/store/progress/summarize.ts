import {plannedSession} from '../../handoff/ahead/planned-session.ts';
import {duties} from '../../handoff/ahead/duties.ts';
import {currentPhase, handoffProgress} from '../../handoff/items/progress.ts';
import {acceptanceStanding, acceptanceWords} from '../../handoff/standing/acceptance-standing.ts';
import {holderOf} from '../../handoff/holding/holder.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dueSortKey} from '../../handoff/time/schedule.ts';
import type {HandoffSummary} from './progress-file.ts';

/** Where a handoff stands. What is next does not depend on the hour, only whether it is overdue. */
export function summarize(handoff: Handoff): HandoffSummary {
  const acceptance = acceptanceWords(handoff);
  const due = plannedSession(handoff);
  const planned = due && {id: 'session', text: 'Handoff session', due};
  const [next] = [...duties(handoff, handoff.updatedAt), ...(planned ? [planned] : [])].toSorted(
    (a, b) => (dueSortKey(a.due) < dueSortKey(b.due) ? -1 : 1),
  );
  return {
    id: handoff.id,
    customer: handoff.customer,
    system: handoff.system,
    workspace: handoff.workspace,
    timeZone: handoff.timeZone,
    phase: currentPhase(handoff)?.title ?? '',
    isSignedOff: isSignedOff(handoff),
    ...(acceptance === undefined ? {} : {acceptance}),
    changedSince: acceptanceStanding(handoff).changed.length,
    ...handoffProgress(handoff),
    ...(next ? {next: {id: next.id, text: next.text, due: next.due}} : {}),
    ...(handoff.holder ? {holder: holderOf(handoff)} : {}),
    updatedAt: handoff.updatedAt,
  };
}
