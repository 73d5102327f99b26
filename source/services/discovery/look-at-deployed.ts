import {hostname} from 'node:os';
import {discover} from '../../discovery/discover.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {plural} from '../../playbook/count-words.ts';
import {tellProgress, type OnProgress} from '../../progress/told-progress.ts';
import {keepLook, type Append, type Look} from './keep-look.ts';

interface LookOptions {
  readonly folder: string;
  /** Once it is aborted, nothing of the look is kept. */
  readonly signal?: AbortSignal;
  readonly append: Append;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Looks at what a folder says about the system. What it finds enters the journal.
 *
 * @throws {Problem} when there is no such folder.
 */
export async function lookAtDeployed(
  handoff: Handoff,
  {folder, signal, append, onProgress}: LookOptions,
): Promise<Look> {
  const found = await discover(folder, {onProgress});
  signal?.throwIfAborted();
  await tellProgress(onProgress, undefined);
  const {problems, left, read} = found;
  const unread = [...new Set(problems.map(({file}) => file))];
  await keepLook(handoff, found, {folder, host: hostname(), unread}, append);
  const files = plural(read.length, 'file was', 'files were');
  return {read: `${files} read.`, left, problems};
}
