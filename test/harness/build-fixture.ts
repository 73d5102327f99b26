import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';

/** A fixture that `node` can run. */
export interface Fixture {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/**
 * Bundles a fixture that is a program with all that it uses, as the real program is bundled: Node cannot
 * run JSX as it stands, and takes a second to find and to read some hundred files of source.
 */
export async function buildFixture(file: string): Promise<Fixture> {
  const folder = mkdtempSync(path.join(tmpdir(), 'handoff-wizard-fixture-'));
  const outfile = path.join(folder, `${path.parse(file).name}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    // Ink loads its developer tools only when DEV is set, and they are not installed.
    alias: {'react-devtools-core': 'node:util'},
    define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
    banner: {
      js: "import {createRequire as _createRequire} from 'node:module';const require=_createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return {path: outfile, remove: () => rm(folder, {recursive: true, force: true})};
}
