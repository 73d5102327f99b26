import path from 'node:path';
import type {Metafile} from 'esbuild';
import {options} from './options.ts';

// The same package may lie below several others, in several versions.
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The folders of the packages of which something is in the bundle, in order. */
export function bundledPackages({outputs}: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([file, {bytesInOutput}]) => bytesInOutput > 0 && !file.includes(':'))
    .flatMap(([file]) => packageFolder.exec(file)?.[0] ?? []);
  return [...new Set(folders)].toSorted().map((folder) => path.join(options.absWorkingDir, folder));
}

/** The packages that the bundle imports and does not hold. */
export function packagesLeftOut({outputs}: Metafile): ReadonlySet<string> {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const names = imports
    .filter(({external = false}) => external)
    .flatMap(({path: name}) => /^(?:@[^/]+\/)?[^/.:]+/.exec(name)?.[0] ?? []);
  return new Set(names);
}
