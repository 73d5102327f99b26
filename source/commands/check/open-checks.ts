import path from 'node:path';
import type {ChecksFile} from '../../checks/checks-file.ts';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {listHandoffs} from '../../store/list-handoffs.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {checksPath} from '../../services/checks/checks-path.ts';
import {chooseHandoff} from '../choose-handoff.ts';

/** Which handoff the checks belong to: with --file alone, none has to exist. */
export async function handoffOf(
  home: string,
  {file, handoff}: ChecksFileOptions,
): Promise<Handoff | undefined> {
  if (handoff !== undefined || file === undefined) return chooseHandoff(home, handoff);
  const workspace = path.dirname(path.resolve(file));
  const {handoffs} = await listHandoffs(home);
  const found = handoffs.find((other) => other.workspace === workspace);
  return found && chooseHandoff(home, found.id);
}

/** The path of the checks file that is meant. */
export function checksFilePath({file}: ChecksFileOptions, handoff: Handoff | undefined): string {
  return file ?? checksPath(handoff?.workspace ?? '.');
}

/**
 * Reads the checks file that the options name: `--file`, else the one of the handoff.
 *
 * @throws {ChecksFileError} with all that is wrong with it.
 */
export async function openChecks(home: string, options: ChecksFileOptions): Promise<ChecksFile> {
  const filePath = checksFilePath(
    options,
    options.file === undefined ? await handoffOf(home, options) : undefined,
  );
  return readChecksFile(filePath, {vars: options.var ?? {}});
}
