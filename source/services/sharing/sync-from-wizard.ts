import type {LiveHandoff} from '../../store/live-handoff.ts';
import {readPlaces} from '../../store/sharing/places-here.ts';
import type {Context} from '../context.ts';
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
 * @throws {SharingError} when it is not shared.
 */
export async function syncFromWizard(context: Context, live: LiveHandoff): Promise<SyncedInWords> {
  const {id, workspace} = live.snapshot().handoff;
  const synced = await syncHandoff({
    ...context,
    id,
    folder: readPlaces(context.home, id).shared ?? workspace,
    git: {hasTerminal: false, patience},
    choice: 'needed',
    isSharing: false,
    isLocal: false,
  });
  const came = synced.received.filter(({changes, evidence}) => changes > 0 || evidence > 0);
  return {
    received: came.map(receivedWords),
    isPushed: synced.isPushed,
    remarks: [...synced.received.flatMap(({remarks}) => remarks), ...synced.remarks],
  };
}
