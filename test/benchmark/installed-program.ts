import path from 'node:path';
import {stagePackage} from '../../scripts/build/stage-package.ts';

/** Builds the package that is published into a folder, and gives the path of the program. */
export async function installProgram(folder: string): Promise<string> {
  await stagePackage(folder);
  return path.join(folder, 'bin', 'handoff-wizard.js');
}
