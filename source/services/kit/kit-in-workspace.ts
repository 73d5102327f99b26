import path from 'node:path';
import {folderName} from '../../documents/archive/archive-handoff.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';
import {freeName} from '../archive/free-name.ts';
import {writeBesideOthers} from '../archive/place-archive.ts';
import {writeKit, type KitOrder, type WrittenKit} from './write-kit.ts';

export interface KitInWorkspace extends Pick<KitOrder, 'sign' | 'lend'> {
  readonly onProgress: OnProgress;
}

/**
 * Writes the kit of a handoff into its workspace. A kit that lies there may have been sent, so it is left
 * as it is: another content gets the next name.
 *
 * @throws {Problem} when it cannot be written or signed.
 */
export async function kitInWorkspace(
  home: string,
  live: LiveHandoff,
  options: KitInWorkspace,
): Promise<WrittenKit> {
  const {id, workspace} = live.snapshot().handoff;
  const usual = path.resolve(workspace, `${folderName(id)}-kit.zip`);
  const write = async (file: string) =>
    writeKit({
      home,
      snapshot: () => live.snapshot(),
      append: async (changes) => live.dispatch(changes),
      file,
      isForced: false,
      ...options,
    });
  // Only a whole kit can be compared, and to sign two of them is to ask for a passphrase twice.
  return options.sign === undefined ? writeBesideOthers(usual, write) : write(freeName(usual).free);
}
