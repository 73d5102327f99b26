import {chmodSync, copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {makeStoreHome} from '../../harness/store-home.ts';

const program = fileURLToPath(new URL('api-program.js', import.meta.url));

/** A folder with a program of this name, for PATH. */
export function withProgram(name: string): AsyncDisposable & {readonly searched: string} {
  const {path: root, remove} = makeStoreHome();
  const folder = path.join(root, 'programs');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
  copyFileSync(program, path.join(folder, name));
  chmodSync(path.join(folder, name), 0o755);
  const here = path.dirname(process.execPath);
  return {
    searched: [folder, here, process.env['PATH'] ?? ''].join(path.delimiter),
    [Symbol.asyncDispose]: remove,
  };
}
