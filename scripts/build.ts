// Bundles the program into dist/: run it with "npm run build".
import {rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {buildProgram} from './build/build-program.ts';
import {options} from './build/options.ts';

const root = options.absWorkingDir;
const made = path.join(root, options.outdir);
const dist = path.join(root, 'dist');
await rm(made, {recursive: true, force: true});
await buildProgram(made);
// A program that starts meanwhile finds either build whole, but for a moment.
await rm(dist, {recursive: true, force: true});
await rename(made, dist);
