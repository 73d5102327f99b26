import {handoffIds} from './handoff-folders.ts';
import {journalSize} from './progress/journal-size.ts';
import {keepProgress} from './progress/keep-progress.ts';
import {readProgress, type HandoffSummary} from './progress/progress-file.ts';
import {summarize} from './progress/summarize.ts';
import {readSnapshot, type Snapshot} from './snapshot.ts';
import {StoreError, UnknownHandoffError} from './store-error.ts';

export interface HandoffList {
  readonly handoffs: readonly HandoffSummary[];
  /** Handoffs that cannot be opened; they are reported, never reset. */
  readonly broken: readonly StoreError[];
  /** Those whose progress was not there or was of another journal, for {@link keepList}. */
  readonly readAnew: readonly Snapshot[];
}

/** Where a handoff stands, as long as its journal has the size that this was made from. */
function known(home: string, id: string): HandoffSummary | undefined {
  const {from, summary} = readProgress(home, id) ?? {};
  if (!from || !summary) return undefined;
  const {files, bytes} = journalSize(home, id);
  return files > 0 && files === from.files && bytes === from.bytes ? summary : undefined;
}

/** All handoffs of a store, the one worked on last first. Only what has no progress is opened. */
export function listHandoffs(home: string): HandoffList {
  const handoffs: HandoffSummary[] = [];
  const broken: StoreError[] = [];
  const readAnew: Snapshot[] = [];
  for (const id of handoffIds(home)) {
    try {
      const summary = known(home, id);
      if (summary) {
        handoffs.push(summary);
      } else {
        const snapshot = readSnapshot(home, id);
        readAnew.push(snapshot);
        handoffs.push({...summarize(snapshot.handoff), id});
      }
    } catch (error) {
      if (error instanceof UnknownHandoffError) continue;
      if (!(error instanceof StoreError)) throw error;
      broken.push(error);
    }
  }
  handoffs.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return {handoffs, broken, readAnew};
}

/** Keeps the progress of what a list had to open, so that the next one need not. */
export async function keepList(home: string, {readAnew}: HandoffList): Promise<void> {
  for (const snapshot of readAnew) await keepProgress(home, snapshot.handoff.id, snapshot);
}
