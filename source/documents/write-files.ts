import {randomUUID} from 'node:crypto';
import {open, rename, rm} from 'node:fs/promises';
import path from 'node:path';

export type FileContent = string | Uint8Array;

interface Draft {
  readonly draft: string;
  readonly file: string;
}

async function writeDraft(draft: string, content: FileContent): Promise<void> {
  const handle = await open(draft, 'wx');
  try {
    await handle.writeFile(content);
    // Otherwise a power cut after the renaming could leave an empty file under the final name.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes files into a folder, each of them whole or not at all: all drafts are on the disk before
 * the first one takes its place. Files take their places in the order given.
 */
export async function writeFiles(
  folder: string,
  contents: ReadonlyMap<string, FileContent>,
): Promise<void> {
  const drafts: Draft[] = [];
  try {
    for (const [name, content] of contents) {
      const draft = path.join(folder, `.${name}.${randomUUID()}.part`);
      drafts.push({draft, file: path.join(folder, name)});
      await writeDraft(draft, content);
    }
    for (const {draft, file} of drafts) await rename(draft, file);
  } catch (error) {
    await Promise.all(drafts.map(({draft}) => rm(draft, {force: true})));
    throw error;
  }
}
