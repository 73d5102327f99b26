import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a fixture that is a program with JSX, which Node cannot run as it stands, and gives the
 * path of what `node` can run. Packages are left out, so the file lies where they can be found.
 */
export async function buildFixture(file: string): Promise<string> {
  const name = path.basename(file).replace(/\.tsx?$/, '');
  const outfile = path.join(root, 'node_modules/.cache/handoff-wizard-test', `${name}.js`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'warning',
  });
  return outfile;
}
