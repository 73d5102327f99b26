// Takes the place of source/documents/pdf/font-file.ts in the bundle: an installed program has no
// packages beside it. The build copies the fonts to where this looks for them.
import path from 'node:path';
import {templatesFolder} from '../../../source/playbook/templates-folder.ts';

/** Where the copy of a file of fonts lies that comes with a package. */
export function fontFile(_name: string, ...inside: readonly string[]): string {
  return path.join(templatesFolder(), '..', 'dist', 'fonts', inside.at(-1) ?? '');
}
