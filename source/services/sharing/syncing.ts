import type {Context} from '../context.ts';
import type {Git} from './git/git.ts';
import type {Repository} from './git/repository.ts';
import {receive, type Received, type WorkspaceChoice} from './receive.ts';
import type {SharedHandoff} from './shared-handoff.ts';

/** What came of sharing a handoff in a repository. */
export interface Synced {
  readonly id: string;
  /** Absolute folder in whose `.handoff` it is shared. */
  readonly folder: string;
  /** What came in, from here and from the remote. */
  readonly received: readonly Received[];
  /** Whether the branch that is checked out has all of ours now. */
  readonly isHere: boolean;
  /** Whether something of ours was not there yet and is committed now. */
  readonly isCommitted: boolean;
  /** Whether colleagues have more now than before. */
  readonly isPushed: boolean;
  /** Where colleagues get it from now, such as `origin/main`; nothing where it was not pushed. */
  readonly pushedTo?: string;
  /** What was not done and why, and what a person has to know, in sentences. */
  readonly remarks: readonly string[];
}

export interface SyncOrder extends Context {
  readonly id: string;
  readonly folder: string;
  readonly git: Omit<Git, 'folder'>;
  /** Whether it is put there for the first time, where it is not shared yet. */
  readonly isSharing: boolean;
  /** Whether the folder is the workspace of a handoff that is new here, unless that is needed alone. */
  readonly choice: WorkspaceChoice;
  /** Whether it stays on this machine: nothing is fetched or pushed. */
  readonly isLocal: boolean;
}

/** A sync in the middle of its work. */
export interface Syncing {
  readonly order: SyncOrder;
  readonly repository: Repository;
  readonly top: string;
  readonly received: Received[];
  readonly remarks: string[];
  isHere: boolean;
  isCommitted: boolean;
  isPushed: boolean;
}

/** Takes in what was found of it somewhere. */
export async function takeIn({order, received}: Syncing, shared: SharedHandoff | undefined) {
  if (!shared || shared.files.length === 0) return;
  const came = await receive(order, shared, order.folder, order.choice);
  if (came.changes > 0 || came.evidence > 0 || came.remarks.length > 0) received.push(came);
}
