import {constants} from 'node:fs';
import {access, readdir, stat} from 'node:fs/promises';
import path from 'node:path';

/** Where distributions and the makers put plugins: Debian, Fedora, SUSE, FreeBSD, from source, Homebrew. */
const usualFolders = [
  '/usr/lib/nagios/plugins',
  '/usr/lib64/nagios/plugins',
  '/usr/lib/monitoring-plugins',
  '/usr/local/libexec/nagios',
  '/usr/local/nagios/libexec',
  '/opt/homebrew/sbin',
];

/** PATH with the folders of plugins behind it, so that `check_disk` needs no folder in front. */
export function pluginPath(file = ''): string {
  return [file, ...usualFolders].filter(Boolean).join(path.delimiter);
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Read by plugins that are scripts, and yet may be executed. */
const libraries = new Set(['utils.sh', 'utils.pm']);

/**
 * The plugins in a folder: the paths of its programs, by name, without those in folders below it.
 * @throws Error of the file system when the folder cannot be read.
 */
export async function pluginsOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder))
    .filter((name) => !name.startsWith('.') && !libraries.has(name))
    .sort();
  const paths = names.map((name) => path.join(folder, name));
  const areThey = await Promise.all(paths.map(isProgram));
  return paths.filter((_path, index) => areThey[index]);
}
