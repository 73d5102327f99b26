// Packs what is published, one file without dependencies: run it with "npm run package -- FOLDER".
import {execFileSync} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {buildProgram} from './build/build-program.ts';
import {packagesLeftOut} from './build/bundled-packages.ts';
import {options} from './build/options.ts';
import {publishedManifest, type Manifest} from './build/published-manifest.ts';

/** What npm says of a file that it has packed; sizes in bytes. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly unknown[];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const [, , target] = process.argv;
if (target === undefined) {
  console.error('Say where the package goes: npm run package -- FOLDER');
  process.exit(2);
}
const root = options.absWorkingDir;
const folder = path.resolve(target);
const stage = await mkdtemp(path.join(tmpdir(), 'handoff-wizard-package-'));
try {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const metafile = await buildProgram(path.join(stage, 'dist'));
  const beside = manifest.files.filter((name) => name !== 'dist');
  for (const name of [...beside, 'README.md', 'LICENSE'])
    await cp(path.join(root, name), path.join(stage, name), {recursive: true});
  const published = publishedManifest(manifest, packagesLeftOut(metafile));
  await writeFile(path.join(stage, 'package.json'), `${JSON.stringify(published, undefined, 2)}\n`);
  await mkdir(folder, {recursive: true});
  const pack = ['pack', stage, '--pack-destination', folder, '--ignore-scripts', '--json'];
  const shell = process.platform === 'win32';
  const [packed] = JSON.parse(execFileSync('npm', pack, {encoding: 'utf8', shell})) as Packed[];
  if (packed === undefined) throw new Error('npm has packed nothing.');
  console.log(
    `${path.join(folder, packed.filename)}: ${packed.files.length} files, ${megabytes(packed.size)} packed, ${megabytes(packed.unpackedSize)} unpacked.`,
  );
} finally {
  await rm(stage, {recursive: true, force: true});
}
