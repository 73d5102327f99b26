// Node runs TypeScript as it stands. What the bundle has otherwise is loaded here as it has it: JSX, and
// the stand-in by which text is measured.
import {readFileSync} from 'node:fs';
import {registerHooks} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {transformSync} from 'esbuild';

const inProject = (name: string) => new URL(`../../${name}`, import.meta.url).href;
const widthFile = inProject('scripts/build/stand-ins/string-width.ts');

/** Where packages and the program are; a test asks for the package itself. */
const bundled = ['node_modules/', 'source/'].map(inProject);

/** As the bundle begins: a stand-in asks for what it stands in for by it. */
const banner = `const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);`;

registerHooks({
  resolve(name, context, nextResolve) {
    const isStoodInFor =
      name === 'string-width' && bundled.some((folder) => context.parentURL?.startsWith(folder));
    return isStoodInFor
      ? {url: widthFile, format: 'module', shortCircuit: true}
      : nextResolve(name, context);
  },
  load(url, context, nextLoad) {
    // A test file is asked for anew by what follows its name.
    const [address = ''] = url.split('?');
    if (!address.endsWith('.tsx') && address !== widthFile) return nextLoad(url, context);
    const sourcefile = fileURLToPath(address);
    const {code} = transformSync(readFileSync(sourcefile, 'utf8'), {
      loader: path.extname(sourcefile) === '.tsx' ? 'tsx' : 'ts',
      jsx: 'automatic',
      format: 'esm',
      target: 'node24',
      sourcefile,
      sourcemap: 'inline',
      sourcesContent: false,
      banner: address === widthFile ? banner : '',
    });
    return {format: 'module', source: code, shortCircuit: true};
  },
});
