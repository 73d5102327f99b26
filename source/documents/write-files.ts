import {randomUUID} from 'node:crypto';
import {open, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {narrate} from '../tell-aside.ts';

export type FileContent = string | Uint8Array;

interface Draft {
  readonly draft: string;
  readonly file: string;
  readonly content: FileContent;
}

async function writeDraft(draft: string, content: FileContent, mode?: number): Promise<void> {
  const handle = await open(draft, 'wx', mode);
  try {
    // What may be done with the file is not for the mask of this process to say.
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(content);
    // Otherwise a power cut after the renaming could leave an empty file under the final name.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes files into a folder, each of them whole or not at all: all drafts are on the disk before
 * the first one takes its place. Files take their places in the order given. `mode` is theirs, where
 * it is not that of any new file.
 */
export async function writeFiles(
  folder: string,
  contents: ReadonlyMap<string, FileContent>,
  {mode}: {readonly mode?: number} = {},
): Promise<void> {
  const drafts = [...contents].map(([name, content]): Draft => {
    const file = path.join(folder, name);
    const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.part`);
    return {draft, file, content};
  });
  try {
    // Side by side: a disk is asked to keep them all at once, not one after the other.
    const writing = drafts.map(({draft, content}) => writeDraft(draft, content, mode));
    const failed = (await Promise.allSettled(writing)).find(({status}) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    for (const {draft, file} of drafts) {
      await rename(draft, file);
      narrate(() => `wrote ${file}`);
    }
  } catch (error) {
    await Promise.all(drafts.map(({draft}) => rm(draft, {force: true})));
    throw error;
  }
}
