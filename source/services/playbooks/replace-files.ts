import {hash} from 'node:crypto';
import {realpathSync, statSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {writeFiles} from '../../documents/write-files.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {Problem} from '../../problem.ts';
import {appendTo} from '../../store/append-changes.ts';
import {readOnlyWords} from '../../store/reading-notices.ts';
import type {HandoffReader} from '../../store/snapshot.ts';
import {StoreError} from '../../store/store-error.ts';
import type {Context} from '../context.ts';
import type {ExportedFile} from './export-files.ts';

/** Writes into a file itself, also behind a link, and leaves it to those who could use it. */
async function replace({path: named, bytes, known}: ExportedFile): Promise<void> {
  const file = realpathSync(named);
  const {mode} = statSync(file);
  if (hash('sha256', await readFile(file)) !== known?.sha256)
    throw new Problem(
      `${named} has changed in this moment, so nothing is written into it.`,
      'Try again.',
    );
  const contents = new Map([[path.basename(file), bytes]]);
  await writeFiles(path.dirname(file), contents, {mode: mode & 0o7777});
}

/**
 * Puts exported files in the place of those that the playbook was read from, each whole or not at
 * all, and enters into the handoff what they are now. Gives their paths.
 *
 * @throws {Problem} where they are not the team's, or the handoff cannot be written
 */
export async function replaceFiles(
  reader: HandoffReader,
  {home, actor}: Context,
  files: readonly ExportedFile[],
): Promise<string[]> {
  const snapshot = reader.snapshot();
  const readOnly = readOnlyWords(snapshot);
  if (readOnly !== undefined) throw new Problem(readOnly, 'Write a copy with --out FILE.');
  if (files.some(({known}) => !known))
    throw new Problem(
      'The built-in playbook belongs to the program, and nothing is written into it.',
      'Write a copy with --out FILE.',
    );
  const changed = files.filter(({lines}) => lines.length > 0);
  for (const file of changed) await replace(file);
  const changes = changed.map(({path: named, bytes}): Change => {
    const sha256 = hash('sha256', bytes);
    return {type: 'playbook/exported', path: named, sha256};
  });
  try {
    if (changes.length > 0)
      await appendTo(reader, {home, id: snapshot.handoff.id, actor, decide: () => changes});
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new Problem(
      `The playbook is written, but the handoff does not know it. ${error.message}`,
      'Take the file over again.',
      {cause: error},
    );
  }
  return files.map((file) => file.path);
}
