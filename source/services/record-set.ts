import type {Change} from '../handoff/changes/catalogue.ts';
import {isRecorded} from '../handoff/standing/document-standing.ts';
import type {WrittenSet} from '../documents/write-documents.ts';
import {readOnlyWords} from '../store/reading-notices.ts';
import type {Snapshot} from '../store/snapshot.ts';
import {StoreError} from '../store/store-error.ts';

function unrecorded(reason: string): string {
  return `The documents are written, but the handoff does not record it. ${reason}`;
}

/**
 * Records in the handoff what was written of it, once it is on the disk; gives why not, where it
 * cannot be. What was recorded already is not recorded again.
 */
export async function recordSet(
  snapshot: Snapshot,
  set: WrittenSet,
  append: (changes: readonly Change[]) => Promise<unknown>,
): Promise<string | undefined> {
  const reason = readOnlyWords(snapshot);
  if (reason !== undefined) return unrecorded(reason);
  if (set.documents.length === 0 || isRecorded(snapshot.handoff, set)) return undefined;
  try {
    await append([{type: 'documents/written', ...set}]);
  } catch (error) {
    if (error instanceof StoreError) return unrecorded(error.message);
    throw error;
  }
  return undefined;
}
