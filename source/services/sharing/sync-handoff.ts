import {realpathSync} from 'node:fs';
import path from 'node:path';
import {isHandoff} from '../../store/handoff-folders.ts';
import {keepPlaces} from '../../store/sharing/places-here.ts';
import {SharingError} from '../../store/sharing/sharing-error.ts';
import {bringOut} from './bring-out.ts';
import {textOf} from './git/git.ts';
import {
  branchOf,
  fetchFrom,
  openRepository,
  upstreamOf,
  type Repository,
} from './git/repository.ts';
import {readSharedCommit, readSharedFolder} from './read-shared.ts';
import {takeIn, type Synced, type SyncOrder, type Syncing} from './syncing.ts';

/** Takes in what colleagues have pushed where this checkout was not pulled since; whether they have. */
async function takeFromRemote(syncing: Syncing): Promise<boolean> {
  const {repository, order} = syncing;
  const branch = await branchOf(repository);
  const upstream = branch === undefined ? undefined : await upstreamOf(repository, branch);
  if (!upstream) return false;
  const fetched = await fetchFrom(repository, upstream);
  if (fetched.state !== 'fetched') return false;
  const shared = await readSharedCommit(repository, fetched.commit, order.id);
  await takeIn(syncing, shared);
  return shared !== undefined;
}

function topOf(repository: Repository, named: string | undefined): string {
  return named === undefined ? repository.folder : realpathSync(path.resolve(named));
}

/**
 * Unites a handoff with what lies of it in the `.handoff` of a folder and at the remote of its branch,
 * and brings what is missing there with the user's own git. The store stays the truth. What cannot be
 * done now is told, and the rest is done.
 *
 * @throws {SharingError} when there is nothing to share or take in, with nothing written.
 */
export async function syncHandoff(order: SyncOrder): Promise<Synced> {
  const {home, id, folder, isSharing} = order;
  const repository = await openRepository(folder, order.git);
  const top = topOf(repository, await textOf(repository.git, 'rev-parse', '--show-toplevel'));
  const nothing = {isHere: false, isCommitted: false, isPushed: false};
  const syncing: Syncing = {order, repository, top, received: [], remarks: [], ...nothing};
  const here = await readSharedFolder(folder, id);
  await takeIn(syncing, here);
  const isShared = here !== undefined || (!order.isLocal && (await takeFromRemote(syncing)));
  if (!isHandoff(home, id))
    throw new SharingError(
      `No handoff "${id}" is shared in ${folder}, and there is none here.`,
      'Pull first, where a colleague has just shared it, or name another.',
    );
  if (!isShared && !isSharing)
    throw new SharingError(
      `"${id}" is not shared in ${folder}.`,
      `"handoff-wizard share ${id}" puts it there, for everybody who can read the repository.`,
    );
  const pushedTo = await bringOut(syncing);
  keepPlaces(home, id, {shared: folder});
  const {received, remarks, isHere, isCommitted, isPushed} = syncing;
  return {
    id,
    folder,
    received,
    isHere,
    isCommitted,
    isPushed,
    remarks,
    ...(pushedTo ? {pushedTo} : {}),
  };
}
