import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';

/** Whether a path is a program that may be started. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Where a program is that would be started by this name; nothing where there is none. */
export function findProgram(name: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  const folders = /[/\\]/.test(name) ? [''] : (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find(isProgram);
}
