import {existsSync} from 'node:fs';
import path from 'node:path';

/** Where a program of this system is, or nothing. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

/** Said in the name of tests that are skipped. */
export function skipNote(programs: Readonly<Record<string, string | undefined>>): string {
  const missing = Object.keys(programs).filter((name) => programs[name] === undefined);
  return missing.length === 0 ? '' : ` (skipped: Debian's ${missing.join(' and ')} missing)`;
}
