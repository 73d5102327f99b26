import {existsSync} from 'node:fs';
import {copyFile, constants} from 'node:fs/promises';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {isTrusted} from '../../store/settings/settings.ts';
import type {ChecksState} from '../services.ts';
import {checksPath} from './checks-path.ts';

/** The checks file of a handoff: not there, with mistakes, still to be trusted, or ready to run. */
export async function readChecks(home: string, handoff: Handoff): Promise<ChecksState> {
  const file = checksPath(handoff.workspace);
  if (!existsSync(file)) return {state: 'missing', path: file};
  const {readChecksFile} = await import('../../checks/read-checks-file.ts');
  const {ChecksFileError} = await import('../../checks/spec/checks-file-error.ts');
  try {
    const read = await readChecksFile(file);
    const {proofDoubts} = await import('./proof-doubts.ts');
    const doubts = await proofDoubts(read, handoff);
    if (isTrusted(home, read.trustedSha256, read.path)) return {state: 'ready', file: read, doubts};
    const {whatToTrust} = await import('./trust-checks.ts');
    return {state: 'untrusted', file: read, doubts, toTrust: await whatToTrust(home, read)};
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    return {state: 'broken', path: file, problems: error.problems};
  }
}

/**
 * Puts the sample checks file into a workspace that has none, and gives its path.
 *
 * @throws {Problem} when there is one already, or the folder refuses.
 */
export async function createChecks(workspace: string): Promise<string> {
  const {templatesFolder} = await import('../../playbook/templates-folder.ts');
  const target = checksPath(workspace);
  try {
    await copyFile(path.join(templatesFolder(), 'handoff.yaml'), target, constants.COPYFILE_EXCL);
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Problem(`${target} is there already.`, 'Press r to read it.');
    throw new Problem(
      `${target} could not be made (${code}).`,
      'Check that the folder is there and belongs to you.',
    );
  }
  return target;
}
