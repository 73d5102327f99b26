import path from 'node:path';
import type {Audience} from '../../playbook/playbook.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';
import {writeBesideOthers} from './place-archive.ts';
import {writeArchive, type WrittenArchive} from './write-archive.ts';

interface InWorkspace {
  readonly audience?: Audience;
  readonly onProgress?: OnProgress;
}

/**
 * Writes the archive of a handoff into its workspace. An archive that lies there is left as it is:
 * another content gets the next name.
 *
 * @throws {Problem} when it cannot be written.
 */
export async function archiveInWorkspace(
  home: string,
  live: LiveHandoff,
  {audience = 'internal', onProgress}: InWorkspace = {},
): Promise<WrittenArchive> {
  const {id, workspace} = live.snapshot().handoff;
  const name = audience === 'customer' ? `${id}-customer.zip` : `${id}.zip`;
  return writeBesideOthers(path.resolve(workspace, name), async (file) =>
    writeArchive({
      home,
      snapshot: () => live.snapshot(),
      append: (changes) => live.dispatch(changes),
      file,
      audience,
      isForced: false,
      onProgress,
    }),
  );
}
