import {createRequire} from 'node:module';
import path from 'node:path';

/** Where a file of fonts lies that comes with a package; the built program has it in `dist/fonts/`. */
export function fontFile(name: string, ...inside: readonly string[]): string {
  const root = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return path.join(root, ...inside);
}
