import path from 'node:path';
import type {Plugin} from 'esbuild';

const folder = path.join(import.meta.dirname, 'stand-ins');

/** What the bundle has a module of its own for, as it is imported. */
const standIns: ReadonlyMap<string, string> = new Map(
  [
    ['react-devtools-core', 'react-devtools-core.ts'],
    ['string-width', 'string-width.ts'],
    ['brotli/decompress.js', 'brotli.ts'],
    ['../locales/index.js', 'zod-locales.ts'],
    ['./font-file.ts', 'font-file.ts'],
  ].map(([name = '', file = '']) => [name, path.join(folder, file)]),
);

/** Takes the place of `Intl.Segmenter` in the whole bundle. */
export const segmenterFile: string = path.join(folder, 'segmenter.ts');

/** Puts modules that are small, or need no package, in place of what is imported. */
export const withStandIns: Plugin = {
  name: 'stand-ins',
  setup(builder) {
    builder.onResolve({filter: /^[a-z.]/}, ({path: name, importer}) => {
      const file = standIns.get(name);
      // What a stand-in itself asks for is what it stands in for.
      return file === undefined || importer === file ? undefined : {path: file, sideEffects: false};
    });
  },
};
