import {readSnapshot} from '../snapshot.ts';
import {keepProgress} from './keep-progress.ts';
import type {HandoffSummary} from './progress-file.ts';
import {summarize} from './summarize.ts';

/**
 * Opens a handoff to see where it stands, and keeps that.
 *
 * @throws {StoreError} when it cannot be opened.
 */
export async function summarizeAnew(home: string, id: string): Promise<HandoffSummary> {
  const snapshot = readSnapshot(home, id);
  await keepProgress(home, id, snapshot);
  // It is called what its folder is called.
  return {...summarize(snapshot.handoff), id};
}
