import {stat} from 'node:fs/promises';
import path from 'node:path';
import {withFinishLine} from '../finish/finish-line.ts';
import {maximumBytes, readPlaybookFile} from '../load.ts';
import type {ParseOptions} from '../parse.ts';
import type {Playbook} from '../playbook.ts';
import {PlaybookError} from '../playbook-error.ts';
import type {PlaybookFile} from '../playbook-file.ts';
import {joinPlaybooks} from './join-playbooks.ts';

/** A playbook with the files that it was read from, in order. */
export interface LoadedFiles {
  /** With the finish line that the files lack together. */
  readonly playbook: Playbook;
  /** What stands in the files alone. */
  readonly asWritten: Playbook;
  readonly files: readonly PlaybookFile[];
}

/** Bytes of a file; none for what cannot be read, which is told when it is. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({size}) => size,
    () => 0,
  );
}

async function checkSizes(files: readonly string[]): Promise<void> {
  let sum = 0;
  for (const [at, file] of files.entries()) {
    sum += await sizeOf(file);
    if (at > 0 && sum > maximumBytes)
      throw new PlaybookError(
        file,
        undefined,
        'With this file, the playbook is over the limit of 5 MiB; leave it out, or shorten the files.',
      );
  }
}

/**
 * Reads a playbook from one file, or one from several in their order.
 *
 * @throws {PlaybookError} for the first file that cannot be read, that is named twice, or with which
 * all of them have over 5 MiB.
 */
export async function loadPlaybookFiles(
  files: readonly string[],
  options: ParseOptions = {},
): Promise<LoadedFiles> {
  const all = files.map((file) => path.resolve(file));
  const twice = all.find((file, at) => all.indexOf(file) < at);
  if (twice !== undefined)
    throw new PlaybookError(twice, undefined, 'The file is named twice; name it once.');
  await checkSizes(all);
  const read = [];
  for (const file of files) read.push(await readPlaybookFile(file, options));
  const [first, ...others] = read;
  if (!first) throw new Error('A playbook has at least one file.');
  const {playbook, settings} = joinPlaybooks(first, others);
  return {
    playbook: withFinishLine(playbook, settings),
    asWritten: playbook,
    files: read.map(({file}) => file),
  };
}
