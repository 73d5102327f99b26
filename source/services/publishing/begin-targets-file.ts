import {readFileSync} from 'node:fs';
import {constants, copyFile} from 'node:fs/promises';
import path from 'node:path';
import {makeFolder} from '../../make-folder.ts';
import {templatesFolder} from '../../playbook/templates-folder.ts';

const example = (): string => path.join(templatesFolder(), 'targets.yaml');

/** A targets file to begin from, with a target of each kind that is met most. */
export function exampleTargets(): string {
  return readFileSync(example(), 'utf8');
}

/** Writes the example where there is no targets file yet; one that is there stays. */
export async function beginTargetsFile(file: string): Promise<void> {
  makeFolder(path.dirname(file));
  try {
    await copyFile(example(), file, constants.COPYFILE_EXCL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
