// Makes one executable of the program with the Node that runs this, for this platform: run it with
// "npm run build:single -- FOLDER". It needs a Node that serves files from inside of an executable.
import {execFileSync} from 'node:child_process';
import {copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {stagePackage} from './build/stage-package.ts';

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

const [, , target] = process.argv;
if (target === undefined) stop('Say where the program goes: npm run build:single -- FOLDER');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 26 || (major === 26 && minor < 9))
  stop(`A single executable is made by Node 26.9 or newer, and this is ${process.version}.`);

/** Files of the package that the program reads, as the executable names them. */
async function assetsIn(stage: string): Promise<Record<string, string>> {
  const entries = await readdir(stage, {recursive: true, withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map((file) => [path.relative(stage, file).replaceAll('\\', '/'), file]);
  return Object.fromEntries(named.filter(([name]) => !name?.startsWith('docs/'))) as Record<
    string,
    string
  >;
}

const folder = path.resolve(target);
const output = path.join(folder, `handoff-wizard${process.platform === 'win32' ? '.exe' : ''}`);
const stage = await mkdtemp(path.join(tmpdir(), 'handoff-wizard-single-'));
try {
  await stagePackage(stage);
  const assets = await assetsIn(stage);
  const main = path.join(stage, 'main.mjs');
  await copyFile(path.join(import.meta.dirname, 'build', 'single-main.js'), main);
  const settings = {main, mainFormat: 'module', output, assets, useVfs: true};
  const config = path.join(stage, 'executable.json');
  await writeFile(config, JSON.stringify({...settings, disableExperimentalSEAWarning: true}));
  await mkdir(folder, {recursive: true});
  execFileSync(process.execPath, ['--build-sea', config], {stdio: ['ignore', 'ignore', 'inherit']});
  // macOS runs nothing that is not signed, be it by nobody.
  if (process.platform === 'darwin') execFileSync('codesign', ['--sign', '-', output]);
  const {size} = await stat(output);
  console.log(`${output}: ${(size / 1e6).toFixed(0)} MB, with Node ${process.versions.node}.`);
} finally {
  await rm(stage, {recursive: true, force: true});
}
