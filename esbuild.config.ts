import {readFile, rename, rm} from 'node:fs/promises';
import {createRequire, isBuiltin} from 'node:module';
import path from 'node:path';
import {build, type BuildOptions, type Plugin} from 'esbuild';

const root = import.meta.dirname;
const load = createRequire(import.meta.url) as (name: string) => object;

function namesIn(name: string): string[] {
  return Object.keys(load(name)).filter((key) => /^[a-z]\w*$/i.test(key));
}

/** Modules of the bundle that are quick to load, in place of what packages import. */
const standIns: Readonly<Record<string, string>> = {
  // Ink imports it only when DEV is set; the program never carries it.
  'react-devtools-core': 'export default {initialize() {}, connectToDevTools() {}};',

  // Text of which every code unit takes one cell and is a grapheme of its own: ASCII, Latin, Greek
  // and Cyrillic letters, and the signs of typography and of frames. No combining mark, nothing that
  // is drawn as an emoji by itself, nothing invisible.
  'one-cell': String.raw`export const oneCellEach =
  /^[ -~\xA1-\xAC\xAE-\u024F\u0391-\u03A1\u03A3-\u03C9\u0400-\u0482\u048A-\u0527\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u23CE\u2500-\u25FC\u25FF\u2714\u2716\u276E\u276F]*$/;`,

  // Ink and its packages bring six copies, and each builds patterns from Unicode's emoji tables,
  // which takes longer than all the rest of a first frame. One is left, for text that needs it.
  'string-width': `import {oneCellEach} from 'one-cell';
let real;
export default function stringWidth(text, options) {
  const isSimple = typeof text === 'string' && options?.ambiguousIsNarrow !== false;
  if (isSimple && oneCellEach.test(text)) return text.length;
  real ??= require('string-width').default;
  return real(text, options);
}`,

  // A real one takes its time to make, and Ink's packages make several before the first frame.
  segmenter: `import {oneCellEach} from 'one-cell';
const {Segmenter} = globalThis.Intl;
function simpleSegments(input) {
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
    this.isOfGraphemes = (settings[1]?.granularity ?? 'grapheme') === 'grapheme';
  }
  segment(input) {
    if (this.isOfGraphemes && oneCellEach.test(input)) return simpleSegments(input);
    this.real ??= new Segmenter(...this.settings);
    return this.real.segment(input);
  }
}
export {LazySegmenter as 'Intl.Segmenter'};`,
};

// esbuild copies all that a CommonJS module exports once for each import of it; these have hundreds.
const asModules = new Set(['react', 'react/jsx-runtime']);

const withStandIns: Plugin = {
  name: 'with-stand-ins',
  setup(builder) {
    const namespace = 'stand-in';
    builder.onResolve({filter: /^[a-z]/}, ({path: name, kind, namespace: from}) => {
      const isIn = asModules.has(name)
        ? kind === 'import-statement'
        : Object.hasOwn(standIns, name);
      // A stand-in's own call of require is for what it stands in for.
      const isItself = from === namespace && kind === 'require-call';
      return isIn && !isItself ? {path: name, namespace, sideEffects: false} : undefined;
    });
    builder.onLoad({filter: /./, namespace}, ({path: name}) => ({
      contents:
        standIns[name] ??
        `const all = require('${name}');
export default all;
export const {${namesIn(name).join(', ')}} = all;`,
      resolveDir: root,
    }));
  },
};

/** Built-in modules that are slow to load and are not needed at the start. */
const lateBuiltIns = new Set(['crypto', 'child_process']);

// An import of a built-in module makes Node look at all that the module has, which for "process",
// "util" and "fs" loads a third of Node. Here nothing is looked at but what is called for.
const withBuiltInsAskedFor: Plugin = {
  name: 'with-built-ins-asked-for',
  setup(builder) {
    const namespace = 'built-in';
    builder.onResolve({filter: /^[a-z]/}, ({path: given, importer, kind}) => {
      if (kind !== 'import-statement' || !isBuiltin(given)) return undefined;
      const name = given.replace(/^node:/, '');
      // One for each importer, as what the others ask for may have to be loaded at once.
      const whose = lateBuiltIns.has(name) ? ` for ${path.relative(root, importer)}` : '';
      return {path: name + whose, namespace, sideEffects: false};
    });
    builder.onLoad({filter: /./, namespace}, ({path: id}) => {
      const name = id.replace(/ .*/, '');
      const module = load(name) as Record<string, unknown>;
      const isLate = (key: string): boolean =>
        lateBuiltIns.has(name) && typeof module[key] === 'function' && /^[a-z]/.test(key);
      const exports = namesIn(name).map((key) => {
        const value = isLate(key)
          ? `(...values) => all()['${key}'](...values)`
          : `/* @__PURE__ */ get('${key}')`;
        return `const $${key} = ${value}; export {$${key} as ${key}};`;
      });
      return {
        contents: `const all = () => process.getBuiltinModule('node:${name}');
const get = (key) => all()[key];
export default /* @__PURE__ */ all();
${exports.join('\n')}`,
      };
    });
  },
};

// Yoga, the layout of Ink, fetches its WebAssembly from a data: URL, for which Node loads its whole
// HTTP client. Given the bytes it needs no fetch, and no turn of the event loop either.
const withYogaAtHand: Plugin = {
  name: 'with-yoga-at-hand',
  setup(builder) {
    const dataUrl = /"data:application\/octet-stream;base64,([\w+/=]+)"/;
    builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
      const text = await readFile(file, 'utf8');
      const wasm = dataUrl.exec(text)?.[1];
      if (wasm === undefined) throw new Error(`${file} holds no WebAssembly in the known form.`);
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

const building = 'dist.new';

/** How the program is bundled. Paths are relative to the folder of this file. */
export const options = {
  absWorkingDir: root,
  entryPoints: ['source/cli.ts'],
  outdir: building,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // Node 22 knows both; rewritten as constructors, the patterns would be built anew at every turn.
  supported: {'regexp-set-notation': true, 'regexp-unicode-property-escapes': true},
  // Found next to their fonts and workers, which a bundle would tear them from.
  external: ['pdfmake', 'fontkit', 'beautiful-mermaid'],
  jsx: 'automatic',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
  inject: ['segmenter'],
  // What is left to require after bundling is built in.
  banner: {js: 'const require=process.getBuiltinModule;'},
  plugins: [withStandIns, withBuiltInsAskedFor, withYogaAtHand],
  logLevel: 'warning',
} satisfies BuildOptions;

if (import.meta.main) {
  const made = path.join(root, building);
  const dist = path.join(root, 'dist');
  await rm(made, {recursive: true, force: true});
  await build(options);
  // A program that starts meanwhile finds either build whole, but for a moment.
  await rm(dist, {recursive: true, force: true});
  await rename(made, dist);
}
