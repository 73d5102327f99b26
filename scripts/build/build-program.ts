import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build, type Metafile} from 'esbuild';
import {copyFonts} from './copy-fonts.ts';
import {licencesOf} from './licences.ts';
import {options} from './options.ts';

/**
 * Bundles the program with all that it needs at run time into a folder: code, fonts, and the licences
 * of what came from others. Gives what went into it.
 */
export async function buildProgram(folder: string): Promise<Metafile> {
  const {metafile} = await build({...options, outdir: folder, metafile: true});
  await copyFonts(path.join(folder, 'fonts'));
  await writeFile(path.join(folder, 'third-party-licences.txt'), licencesOf(metafile));
  return metafile;
}
