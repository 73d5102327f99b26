import path from 'node:path';
import {homeFolder} from './home-folder.ts';
import {Problem} from './problem.ts';

/**
 * `~` means the home folder, as in a shell, also where no shell has expanded it.
 *
 * @throws {Problem} where there is no home folder.
 */
export function expandHome(file: string): string {
  if (file !== '~' && !file.startsWith('~/')) return file;
  const home = homeFolder();
  if (home === undefined)
    throw new Problem('There is no home folder that ~ could mean.', 'Write the path.');
  return path.join(home, file.slice(1));
}
