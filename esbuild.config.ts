import {readFile, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {build, type BuildOptions, type Plugin} from 'esbuild';

/** Modules of the bundle that are quick to load, in place of what the program's packages import. */
const standIns: Readonly<Record<string, string>> = {
  // Ink imports it only when DEV is set; the program never carries it.
  'react-devtools-core': `export default {initialize() {}, connectToDevTools() {}};`,

  // An import makes Node look at all there is of it, which loads its reports, streams and more.
  process: `
const {process} = globalThis;
export const {env, platform, argv, execArgv, execPath, hrtime, versions} = process;
export const cwd = () => process.cwd();
export default process;`,

  // Text whose every code unit takes one cell and is a grapheme of its own: ASCII, Latin, Greek and
  // Cyrillic letters, and the signs of typography and of frames. No combining mark, nothing that is
  // drawn as an emoji by itself, nothing invisible.
  'one-cell': String.raw`
export const oneCellEach =
  /^[ -~\xA1-\xAC\xAE-\u024F\u0391-\u03A1\u03A3-\u03C9\u0400-\u0482\u048A-\u0527\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u23CE\u2500-\u259F\u25A0-\u25FC\u25FF\u2714\u2716\u276E\u276F]*$/;`,

  // Ink and its packages bring six copies, and each builds patterns from Unicode's emoji tables,
  // which takes longer than all the rest of a first frame. One is left, for text that needs it.
  'string-width': `
import {oneCellEach} from 'one-cell';
export default function stringWidth(text, options) {
  if (options === undefined && typeof text === 'string' && oneCellEach.test(text)) return text.length;
  return require('string-width').default(text, options);
}`,

  // A real one takes its time to make, and Ink's packages make several before the first frame.
  segmenter: `
import {oneCellEach} from 'one-cell';
const {Segmenter} = globalThis.Intl;
function plainSegments(input) {
  const at = (index) => ({segment: input[index], index, input});
  return {
    containing: (index = 0) => (index >= 0 && index < input.length ? at(Math.trunc(index)) : undefined),
    *[Symbol.iterator]() {
      for (let index = 0; index < input.length; index += 1) yield at(index);
    },
  };
}
class LazySegmenter {
  constructor(...settings) {
    this.settings = settings;
  }
  segment(input) {
    const isOfWords = (this.settings[1]?.granularity ?? 'grapheme') !== 'grapheme';
    if (!isOfWords && oneCellEach.test(input)) return plainSegments(input);
    this.real ??= new Segmenter(...this.settings);
    return this.real.segment(input);
  }
}
export {LazySegmenter as 'Intl.Segmenter'};`,
};

// esbuild copies all that a CommonJS module exports once for each import of it; these have hundreds.
const requireHere = createRequire(import.meta.url);
function asEsModule(name: string): string {
  const names = Object.keys(requireHere(name) as object);
  return `const all = require('${name}'); export default all; export const {${names.join(', ')}} = all;`;
}

const withStandIns: Plugin = {
  name: 'with-stand-ins',
  setup(builder) {
    const namespace = 'stand-in';
    builder.onResolve({filter: /^[\w:-]+$/}, ({path, importer, namespace: from, kind}) => {
      const name = path.replace(/^node:/, '');
      // Only the stand-in itself gets the real string-width, from the root's node_modules.
      const isItself = from === namespace && importer === name;
      return !Object.hasOwn(standIns, name) ||
        isItself ||
        (kind === 'entry-point' && name !== 'segmenter')
        ? undefined
        : {path: name, namespace, sideEffects: false};
    });
    builder.onLoad({filter: /./, namespace}, ({path}) => ({
      contents: standIns[path] ?? asEsModule(path),
      resolveDir: import.meta.dirname,
    }));
    builder.onResolve({filter: /^react(?:\/jsx-runtime)?$/}, ({path, kind}) =>
      kind === 'import-statement' ? {path, namespace} : undefined,
    );
  },
};

// Yoga, the layout of Ink, fetches its WebAssembly from a data: URL, for which Node loads its whole
// HTTP client. Given the bytes it needs no fetch, and no turn of the event loop either.
const withYogaAtHand: Plugin = {
  name: 'with-yoga-at-hand',
  setup(builder) {
    const dataUrl = /"data:application\/octet-stream;base64,([\w+/=]+)"/;
    builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
      const text = await readFile(path, 'utf8');
      const wasm = dataUrl.exec(text)?.[1];
      if (wasm === undefined) throw new Error(`${path} holds no WebAssembly in the known form.`);
      return {
        contents: `${text.replace(dataUrl, '""').replace('export default loadYoga', '')}
const instantiateWasm = (imports, receive) => {
  const module = new WebAssembly.Module(Buffer.from('${wasm}', 'base64'));
  const instance = new WebAssembly.Instance(module, imports);
  receive(instance);
  return instance.exports;
};
export default () => loadYoga({instantiateWasm});`,
      };
    });
  },
};

export const options = {
  absWorkingDir: import.meta.dirname,
  entryPoints: ['source/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // Node 22 knows both; rewritten as constructors, the patterns would be built anew at every turn.
  supported: {'regexp-set-notation': true, 'regexp-unicode-property-escapes': true},
  jsx: 'automatic',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
  inject: ['segmenter'],
  banner: {
    js: "import {createRequire as _createRequire} from 'node:module';const require=_createRequire(import.meta.url);",
  },
  plugins: [withStandIns, withYogaAtHand],
  logLevel: 'warning',
} satisfies BuildOptions;

if (import.meta.main) {
  await rm('dist', {recursive: true, force: true});
  await build(options);
}
