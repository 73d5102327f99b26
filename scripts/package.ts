// Packs what is published, one file without dependencies: run it with "npm run package -- FOLDER".
import {execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {stagePackage} from './build/stage-package.ts';

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
const folder = path.resolve(target);
const stage = await mkdtemp(path.join(tmpdir(), 'handoff-wizard-package-'));
try {
  await stagePackage(stage);
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
