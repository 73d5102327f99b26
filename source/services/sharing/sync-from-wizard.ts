import type {LiveHandoff} from '../../store/live-handoff.ts';
import type {Context} from '../context.ts';
import {sharedIn} from './find-shared.ts';
import {receivedWords} from './receive.ts';
import {syncHandoff} from './sync-handoff.ts';

/** What came of a sync, in sentences. */
export interface SyncedInWords {
  readonly received: readonly string[];
  readonly isPushed: boolean;
  readonly remarks: readonly string[];
}

/** Milliseconds that git may take in a screen that waits for it. */
const patience = 60_000;

/**
 * Syncs the handoff that is open where it is shared, without a terminal to ask on.
 *
 * @throws {SharingError} when it is not shared and is not meant to be, or cannot be.
 */
export async function syncFromWizard(
  context: Context,
  live: LiveHandoff,
  {isSharing}: {readonly isSharing: boolean},
): Promise<SyncedInWords> {
  const {handoff} = live.snapshot();
  const {id, workspace} = handoff;
  const synced = await syncHandoff({
    ...context,
    id,
    folder: sharedIn(context.home, handoff) ?? workspace,
    git: {hasTerminal: false, patience},
    choice: 'needed',
    isSharing,
    isLocal: false,
  });
  const came = synced.received.filter(({changes, evidence}) => changes > 0 || evidence > 0);
  return {
    received: came.map(receivedWords),
    isPushed: synced.isPushed,
    remarks: [...synced.received.flatMap(({remarks}) => remarks), ...synced.remarks],
  };
}
