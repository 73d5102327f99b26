import {constants, copyFile, mkdir, readdir} from 'node:fs/promises';
import path from 'node:path';
import {nearest} from '../../nearest.ts';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {Problem} from '../../problem.ts';
import {documentKinds} from '../document-names.ts';

/** File names of the document templates that the program brings, in alphabetical order. */
export async function templateFiles(): Promise<readonly string[]> {
  const known = new Set<string>(Object.keys(documentKinds));
  const files = await readdir(templatesFolder());
  return files
    .filter((file) => known.has(path.parse(file).name) || path.extname(file) === '.txt')
    .sort();
}

/** @throws {Problem} when there is no such template, saying what there is. */
async function findTemplate(name: string): Promise<string> {
  const files = await templateFiles();
  const found = files.find((file) => file === name || path.parse(file).name === name);
  if (found !== undefined) return found;
  const names = files.map((file) => path.parse(file).name);
  const similar = nearest(name, names);
  throw new Problem(
    `There is no document template "${name}".`,
    similar === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${similar}"?`,
  );
}

/**
 * Copies a template of the program into a folder where it goes before the program's own, and gives
 * the copy's path. A file that is there stays.
 *
 * @throws {Problem} when there is no such template, or the folder has one already.
 */
export async function ejectTemplate(name: string, folder: string): Promise<string> {
  const file = await findTemplate(name);
  const target = path.join(folder, file);
  try {
    await mkdir(folder, {recursive: true});
    await copyFile(path.join(templatesFolder(), file), target, constants.COPYFILE_EXCL);
  } catch (error) {
    const {code = String(error)} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Problem(
        `${target} is there already, and stays as it is.`,
        'Edit that one, or move it away to begin again from the program’s own.',
        {cause: error},
      );
    throw new Problem(
      `${target} could not be made (${code}).`,
      'Check that the folder belongs to you.',
      {cause: error},
    );
  }
  return target;
}
