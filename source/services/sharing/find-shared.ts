import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {handoffFolder, isHandoff} from '../../store/handoff-folders.ts';
import {journalEnding} from '../../store/journal/journal-files.ts';
import {readPlaces} from '../../store/sharing/places-here.ts';
import {isSharedId, sharedFolder, sharedFolderName} from '../../store/sharing/shared-id.ts';

/** Handoffs that lie in the `.handoff` of a folder. */
export interface SharedHere {
  /** Absolute folder in which the `.handoff` is. */
  readonly folder: string;
  readonly ids: readonly string[];
}

function journalsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(journalEnding));
  } catch {
    return [];
  }
}

function idsIn(folder: string): readonly string[] {
  const shared = path.join(folder, sharedFolderName);
  try {
    return readdirSync(shared, {withFileTypes: true})
      .filter((found) => found.isDirectory() && isSharedId(found.name))
      .map(({name}) => name)
      .filter((id) => journalsIn(path.join(shared, id)).length > 0)
      .sort();
  } catch {
    return [];
  }
}

/**
 * The handoffs that are shared at or above a folder, up to the top of its checkout; nothing where there
 * are none. Only names are read: git is not called, and nothing of them is.
 */
export function findShared(folder: string): SharedHere | undefined {
  const ids = idsIn(folder);
  if (ids.length > 0) return {folder, ids};
  const above = path.dirname(folder);
  return above === folder || existsSync(path.join(folder, '.git')) ? undefined : findShared(above);
}

/** Those of them that this store has nothing of. */
export function findOffered(home: string, folder: string): SharedHere | undefined {
  const shared = findShared(folder);
  const ids = shared?.ids.filter((id) => !isHandoff(home, id)) ?? [];
  return shared && ids.length > 0 ? {folder: shared.folder, ids} : undefined;
}

/** Whether a colleague has written more there than this store has, as far as sizes tell. */
export function hasNews(home: string, folder: string, id: string): boolean {
  const shared = sharedFolder(folder, id);
  return journalsIn(shared).some((name) => {
    const there = statSync(path.join(shared, name), {throwIfNoEntry: false});
    const here = statSync(path.join(handoffFolder(home, id), name), {throwIfNoEntry: false});
    return there !== undefined && there.size > (here?.size ?? 0);
  });
}

/** What a face has to say of the handoffs that are shared where it was started. */
export interface SharedSight {
  /** Absolute folder in which the `.handoff` is. */
  readonly folder: string;
  /** Those that this store has nothing of. */
  readonly offered: readonly string[];
  /** Those of which a colleague has written more there. */
  readonly withNews: readonly string[];
}

/** {@link findShared}, held against the store; nothing where nothing is shared. */
export function lookAtShared(home: string, from: string): SharedSight | undefined {
  const shared = findShared(from);
  if (!shared) return undefined;
  const {folder, ids} = shared;
  return {
    folder,
    offered: ids.filter((id) => !isHandoff(home, id)),
    withNews: ids.filter((id) => isHandoff(home, id) && hasNews(home, folder, id)),
  };
}

/** Where a handoff of the store is shared, as far as this machine knows: where it was last, or its workspace. */
export function sharedIn(
  home: string,
  {id, workspace}: {readonly id: string; readonly workspace: string},
): string | undefined {
  const here = findShared(workspace);
  return readPlaces(home, id).shared ?? (here?.ids.includes(id) ? here.folder : undefined);
}

/** What is offered, in a sentence or two; nothing where nothing is. */
export function offeredWords(home: string, folder: string): string | undefined {
  const offered = findOffered(home, folder);
  if (!offered) return undefined;
  const {ids} = offered;
  const [first = ''] = ids;
  const call = ids.length === 1 ? `sync ${first}` : 'sync --all';
  return `Shared here, and not in your store yet: ${ids.join(', ')}. "handoff-wizard ${call}" takes ${ids.length === 1 ? 'it' : 'them'} in.`;
}
