import {cpSync, existsSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Copies what the published package holds, so that a build that is made meanwhile disturbs nothing,
 * and gives the path of the program.
 *
 * @throws {Error} when there is no build.
 */
export function copyBuild(folder: string): string {
  if (!existsSync(path.join(root, 'dist', 'cli.js')))
    throw new Error('There is no build to measure. Run "npm run build" first.');
  for (const part of ['bin', 'dist', 'templates', 'package.json'])
    cpSync(path.join(root, part), path.join(folder, part), {recursive: true});
  // What is not in the bundle is found where npm puts it.
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return path.join(folder, 'bin', 'handoff-wizard.js');
}
