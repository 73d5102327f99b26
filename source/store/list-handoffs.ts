import {handoffIds} from './handoff-folders.ts';
import {journalSize} from './progress/journal-size.ts';
import {readProgress, type HandoffSummary} from './progress/progress-file.ts';
import {StoreError, UnknownHandoffError} from './store-error.ts';

export interface HandoffList {
  readonly handoffs: readonly HandoffSummary[];
  /** Handoffs that cannot be opened; they are reported, never reset. */
  readonly broken: readonly StoreError[];
}

/** Where handoffs stand by their progress, and the ids of those that have to be opened for it. */
export interface KnownHandoffs {
  readonly known: readonly HandoffSummary[];
  readonly unread: readonly string[];
}

/** Where a handoff stands, as long as its journal has the size that this was made from. */
function knownOf(home: string, id: string): HandoffSummary | undefined {
  const {from, summary} = readProgress(home, id) ?? {};
  if (!from || !summary) return undefined;
  try {
    const {files, bytes} = journalSize(home, id);
    return files > 0 && files === from.files && bytes === from.bytes ? summary : undefined;
  } catch {
    // What is in the way is told by who opens it.
    return undefined;
  }
}

/** What is known of the handoffs of a store without opening one. */
export function readKnown(home: string): KnownHandoffs {
  const known: HandoffSummary[] = [];
  const unread: string[] = [];
  for (const id of handoffIds(home)) {
    const summary = knownOf(home, id);
    if (summary) known.push(summary);
    else unread.push(id);
  }
  return {known, unread};
}

/**
 * All handoffs of a store, the one worked on last first. Only what has no progress is opened, and
 * has one from then on.
 */
export async function listHandoffs(home: string): Promise<HandoffList> {
  const {known, unread} = readKnown(home);
  const handoffs = [...known];
  const broken: StoreError[] = [];
  for (const id of unread)
    try {
      // Reading a journal needs rooms that a list of what is known does not.
      const {summarizeAnew} = await import('./progress/summarize-anew.ts');
      handoffs.push(await summarizeAnew(home, id));
    } catch (error) {
      if (error instanceof UnknownHandoffError) continue;
      if (!(error instanceof StoreError)) throw error;
      broken.push(error);
    }
  handoffs.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return {handoffs, broken};
}
