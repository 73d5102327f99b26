import path from 'node:path';
import {homeFolder, importWithoutHome} from '../home-folder.ts';
import {makeFolder} from '../make-folder.ts';
import {Problem} from '../problem.ts';
import {notSaved} from './store-error.ts';

const {default: envPaths} = await importWithoutHome(() => import('env-paths'));

/**
 * The folder of the whole store: `HANDOFF_WIZARD_HOME`, or the platform's place for a program's
 * data.
 *
 * @throws {Problem} where there is neither, as for a user id without a name.
 */
export function storeHome(env: NodeJS.ProcessEnv = process.env): string {
  const moved = env['HANDOFF_WIZARD_HOME'];
  if (moved) return path.resolve(moved);
  if (homeFolder() === undefined && !env['XDG_DATA_HOME'])
    throw new Problem(
      'There is no place for handoffs: this user has no home folder, and HOME is not set.',
      'Set HANDOFF_WIZARD_HOME to a folder of yours, or HOME.',
    );
  return envPaths('handoff-wizard', {suffix: ''}).data;
}

export function handoffsFolder(home: string): string {
  return path.join(home, 'handoffs');
}

/**
 * Makes a folder that only its owner may enter.
 *
 * @throws {StoreError} when the system refuses.
 */
export function ensureFolder(folder: string): void {
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    throw notSaved(folder, error);
  }
}
