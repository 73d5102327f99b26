import {createRequire} from 'node:module';
import path from 'node:path';
import type {BuildOptions} from 'esbuild';
import {withBuiltInsAskedFor} from './built-ins-asked-for.ts';
import {withNamedExports} from './named-exports.ts';
import {segmenterFile, withStandIns} from './with-stand-ins.ts';
import {withYogaAtHand} from './yoga-at-hand.ts';

/** How the program is bundled. Paths are relative to the folder of the project. */
export const options = {
  absWorkingDir: path.join(import.meta.dirname, '..', '..'),
  entryPoints: ['source/cli.ts'],
  outdir: 'dist.new',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // Node 22 knows both; rewritten as constructors, the patterns would be built anew at every turn.
  supported: {'regexp-set-notation': true, 'regexp-unicode-property-escapes': true},
  // One copy for pdfmake, which requires it, and for us.
  alias: {fontkit: createRequire(import.meta.url).resolve('fontkit')},
  jsx: 'automatic',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    // pdfmake cuts it off the names of fonts that it holds itself, and we give it none.
    __dirname: '"/"',
  },
  inject: [segmenterFile],
  // What is left to require after bundling is built in.
  banner: {js: 'const require=process.getBuiltinModule;'},
  plugins: [withStandIns, withNamedExports, withBuiltInsAskedFor, withYogaAtHand],
  logLevel: 'warning',
} satisfies BuildOptions;
