import {mkdirSync} from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';

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

/** Makes a folder that only its owner may enter. */
export function ensureFolder(folder: string): void {
  mkdirSync(folder, {recursive: true, mode: 0o700});
}
