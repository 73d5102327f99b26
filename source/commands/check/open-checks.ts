import {existsSync} from 'node:fs';
import path from 'node:path';
import type {ChecksFile} from '../../checks/checks-file.ts';
import type {ProvableItems} from '../../checks/lint/unknown-proofs.ts';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {provableItems} from '../../services/checks/provable-items.ts';
import {checksPath} from '../../services/checks/checks-path.ts';
import {chooseReader, chooseReaderIfAny, readerIfClear} from '../choose-handoff.ts';
import type {Use} from '../handoff-option.ts';

/**
 * Which handoff the checks belong to. None has to exist where a file is named, or lies in this
 * folder.
 */
export async function handoffOf(
  home: string,
  {file, handoff}: ChecksFileOptions,
  use: Use,
): Promise<Handoff | undefined> {
  const isBeside = file === undefined && existsSync(checksPath('.'));
  const fileFolder = file === undefined ? undefined : path.dirname(path.resolve(file));
  const choose = file !== undefined || isBeside ? chooseReaderIfAny : chooseReader;
  const reader = await choose(home, {handoff, fileFolder, isBeside}, use);
  return reader?.snapshot().handoff;
}

/** The path of the checks file that is meant. */
export function checksFilePath({file}: ChecksFileOptions, handoff: Handoff | undefined): string {
  return file ?? checksPath(handoff?.workspace ?? '.');
}

/** What the checks of a file that is only read may prove, where it is clear for which handoff. */
export async function provableIn(
  home: string,
  options: ChecksFileOptions,
): Promise<ProvableItems | undefined> {
  const {file, handoff} = options;
  const isBeside = file === undefined && existsSync(checksPath('.'));
  const fileFolder = file === undefined ? undefined : path.dirname(path.resolve(file));
  const reader = readerIfClear(home, {handoff, fileFolder, isBeside});
  return reader === 'unclear' ? undefined : provableItems(reader?.snapshot().handoff);
}

/**
 * Reads the checks file that the options name: `--file`, else the one of the handoff.
 *
 * @throws {ChecksFileError} with all that is wrong with it.
 */
export async function openChecks(
  home: string,
  options: ChecksFileOptions,
  use: Use,
): Promise<ChecksFile> {
  const isNamed = use === 'reads' && options.file !== undefined;
  const handoff = isNamed ? undefined : await handoffOf(home, options, use);
  return readChecksFile(checksFilePath(options, handoff), {vars: options.var ?? {}});
}
