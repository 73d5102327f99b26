import path from 'node:path';
import {foldAll, JournalError} from '../../handoff/changes/fold.ts';
import {openJournal} from '../../store/journal/open-journal.ts';
import {keepOutlook, readOutlook} from '../../store/outlook/outlook-file.ts';
import {journalSizeIn} from '../../store/progress/journal-size.ts';
import {wholeLines} from '../../store/sharing/outside-journal.ts';
import {sharedFolder, sharedFolderName} from '../../store/sharing/shared-id.ts';
import {findShared} from '../sharing/find-shared.ts';
import {readSharedFolder} from '../sharing/read-shared.ts';
import {makeOutlook} from './make-outlook.ts';
import type {Outlook} from './outlook.ts';
import {isFresh, type OutlookAsk, type Outlooks, type Unread} from './read-outlooks.ts';

/** Names a folder among those of other repositories, in which the same handoffs may lie. */
async function folderMark(folder: string): Promise<string> {
  const {hash} = await import('node:crypto');
  return hash('sha256', folder, 'hex').slice(0, 12);
}

/** What the journal of a shared handoff comes to. */
async function fold(folder: string, id: string) {
  const shared = await readSharedFolder(folder, id);
  const read = (shared?.files ?? []).map(wholeLines);
  const journal = openJournal(
    path.join(folder, sharedFolderName),
    read.flatMap(({lines}) => lines),
  );
  journal.refresh();
  return foldAll(journal.actions()).handoff;
}

/** Looks at a shared handoff, and keeps what was seen in the own store; the folder is left as it is. */
async function look(
  home: string,
  {folder, id, key}: {readonly folder: string; readonly id: string; readonly key: string},
  ask: OutlookAsk,
): Promise<Outlook> {
  const size = journalSizeIn(sharedFolder(folder, id));
  const kept = readOutlook(home, key, size) as Outlook | undefined;
  if (kept?.id === id && isFresh(kept, ask)) return kept;
  const outlook = {...makeOutlook(await fold(folder, id), ask.now), id};
  await keepOutlook(home, key, {size, outlook});
  return outlook;
}

/** Why a shared handoff or a folder of them was left out. */
function unread(file: string, error: unknown): Unread {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    message: `What is shared in ${file} cannot be read: ${reason}`,
    hint: 'The files were left as they are. Get them anew with "handoff-wizard sync".',
  };
}

/**
 * What is told of the handoffs that are shared in a folder, such as a repository. Nothing of it is taken
 * into the store, and git is not called.
 */
export async function readSharedOutlooks(
  home: string,
  folder: string,
  ask: OutlookAsk,
): Promise<Outlooks> {
  const shared = findShared(path.resolve(folder));
  if (!shared)
    return {
      outlooks: [],
      broken: [
        {
          file: folder,
          message: `No handoff is shared in ${folder}: it has no ${sharedFolderName} with journals.`,
          hint: '"handoff-wizard share" puts one there.',
        },
      ],
    };
  const mark = await folderMark(shared.folder);
  const outlooks: Outlook[] = [];
  const broken: Unread[] = [];
  for (const id of shared.ids)
    try {
      outlooks.push(await look(home, {folder: shared.folder, id, key: `${mark}-${id}`}, ask));
    } catch (error) {
      const isBad = error instanceof JournalError || (error as NodeJS.ErrnoException).code;
      if (!isBad) throw error;
      broken.push(unread(sharedFolder(shared.folder, id), error));
    }
  return {outlooks, broken};
}
