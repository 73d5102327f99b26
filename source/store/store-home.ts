import path from 'node:path';
import envPaths from 'env-paths';
import {makeFolder} from '../make-folder.ts';
import {notSaved} from './store-error.ts';

/**
 * The folder of the whole store: `HANDOFF_WIZARD_HOME`, or the platform's place for a program's
 * data.
 */
export function storeHome(env: NodeJS.ProcessEnv = process.env): string {
  const moved = env['HANDOFF_WIZARD_HOME'];
  return moved ? path.resolve(moved) : envPaths('handoff-wizard', {suffix: ''}).data;
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
