import {correctionsReadBy, historyReadBy} from '../../../handoff/audience/history-read-by.ts';
import type {Audience} from '../../../playbook/playbook.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';

/** Something that was removed, lowered, moved or taken back after somebody had relied on it. */
export interface HistoryData {
  /** Such as `the risk "Queue fills" was removed`. */
  readonly text: string;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

/** What was changed afterwards, the earliest first; a customer reads what they were told of. */
export function historyData(handoff: Handoff, audience: Audience): HistoryData[] {
  const changes = historyReadBy(handoff, audience).map(({text, reason = null, at, by}) => ({
    text,
    reason,
    at,
    by,
  }));
  const takenBack = correctionsReadBy(handoff, audience).map(
    ({words, by, reason, correctedAt}) => ({
      text: `taken back: ${words}`,
      reason,
      at: correctedAt,
      by,
    }),
  );
  return [...changes, ...takenBack].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
