import path from 'node:path';
import {writeFiles} from '../documents/write-files.ts';
import {Problem} from '../problem.ts';
import {print} from './print.ts';

/**
 * Writes what a command gives to the file that was named, whole or not at all, and says where it is; `-`
 * is standard output.
 *
 * @param option by which the file was named, such as `--ics`
 * @throws {Problem} where it cannot be written.
 */
export async function writeOut(file: string, text: string, option: string): Promise<void> {
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  const out = path.resolve(file);
  try {
    await writeFiles(path.dirname(out), new Map([[path.basename(out), text]]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `${out} cannot be written: ${reason}.`,
      `Name another file with ${option}, in a folder that you may write to.`,
      {cause: error},
    );
  }
  print(`Written: ${out}`);
}
