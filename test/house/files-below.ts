import {readdirSync} from 'node:fs';
import path from 'node:path';
import {root} from './docs-pages.ts';

/** Every file below a folder, as a path from the top of the project. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
