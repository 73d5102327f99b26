import {mkdtemp} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {Problem} from './problem.ts';

/** Where a folder for a while may be, the usual place first. */
function roots(): readonly string[] {
  const store = process.env['HANDOFF_WIZARD_HOME'];
  return [os.tmpdir(), '/tmp', ...(store ? [path.resolve(store)] : [])];
}

/**
 * Makes a folder of its own for a while, which only this user may enter.
 *
 * @throws {Problem} where there is no place for one.
 */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  const failed: string[] = [];
  for (const root of roots())
    try {
      return await mkdtemp(path.join(root, prefix));
    } catch (error) {
      failed.push(`${root} (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
    }
  throw new Problem(
    `There is no place for a temporary folder: ${[...new Set(failed)].join(', ')}.`,
    'Set TMPDIR to a folder of yours.',
  );
}
