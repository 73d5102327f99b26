import {cp, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {buildProgram} from './build-program.ts';
import {packagesLeftOut} from './bundled-packages.ts';
import {options} from './options.ts';
import {publishedManifest, type Manifest} from './published-manifest.ts';

/** Builds the program into a folder, with all that lies beside it where it is installed. */
export async function stagePackage(folder: string): Promise<void> {
  const root = options.absWorkingDir;
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const metafile = await buildProgram(path.join(folder, 'dist'));
  const beside = manifest.files.filter((name) => name !== 'dist');
  for (const name of [...beside, 'README.md', 'LICENSE'])
    await cp(path.join(root, name), path.join(folder, name), {recursive: true});
  const published = publishedManifest(manifest, packagesLeftOut(metafile));
  await writeFile(
    path.join(folder, 'package.json'),
    `${JSON.stringify(published, undefined, 2)}\n`,
  );
}
