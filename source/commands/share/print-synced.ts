import path from 'node:path';
import {showControls} from '../../redaction/strip-terminal.ts';
import {receivedWords} from '../../services/sharing/receive.ts';
import type {Synced} from '../../services/sharing/syncing.ts';
import {sharedFolder} from '../../store/sharing/shared-id.ts';
import {print} from '../print.ts';
import {printRemarks} from '../print-remarks.ts';

function shownWords({
  id,
  folder,
  isHere,
  isCommitted,
  isPushed,
  pushedTo,
}: Synced): string | undefined {
  const place = showControls(path.relative(process.cwd(), sharedFolder(folder, id)) || folder);
  if (pushedTo !== undefined)
    return isPushed
      ? `Pushed: ${place}, to ${showControls(pushedTo)}.`
      : `${showControls(pushedTo)} has all of it: ${id}.`;
  if (!isHere) return undefined;
  return isCommitted ? `Committed: ${place}.` : `Nothing to commit: ${place} has all of it.`;
}

/** Prints what came of sharing a handoff in a repository. */
export function printSynced(synced: Synced): void {
  for (const received of synced.received) {
    print(receivedWords(received));
    if (received.isNew) print(`Its workspace here is ${received.workspace}.`);
    printRemarks(received.remarks);
  }
  const shown = shownWords(synced);
  if (shown !== undefined) print(shown);
  printRemarks(synced.remarks);
}
