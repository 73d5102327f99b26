import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Audience} from '../../playbook/playbook.ts';
import {Problem} from '../../problem.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';
import {writeArchive, type WrittenArchive} from './write-archive.ts';

interface InWorkspace {
  readonly audience?: Audience;
  readonly onProgress?: OnProgress;
}

/** `apex-payments.zip`, then `apex-payments-2.zip`; `apex-payments-customer.zip` for the customer. */
function nameOf(id: string, audience: Audience, number: number): string {
  const name = audience === 'customer' ? `${id}-customer` : id;
  return number === 1 ? `${name}.zip` : `${name}-${number}.zip`;
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
  const fileOf = (number: number) => path.resolve(workspace, nameOf(id, audience, number));
  let free = 1;
  while (existsSync(fileOf(free))) free += 1;
  const write = (file: string) =>
    writeArchive({
      home,
      snapshot: () => live.snapshot(),
      append: (changes) => live.dispatch(changes),
      file,
      audience,
      isForced: false,
      onProgress,
    });
  if (free > 1)
    try {
      return await write(fileOf(free - 1));
    } catch (error) {
      // The last one has another content, and stays.
      if (!(error instanceof Problem)) throw error;
    }
  return write(fileOf(free));
}
