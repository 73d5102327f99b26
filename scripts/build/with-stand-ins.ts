import path from 'node:path';
import type {Plugin} from 'esbuild';

const folder = path.join(import.meta.dirname, 'stand-ins');

/** Packages that the bundle has a module of its own for. */
const standIns: ReadonlyMap<string, string> = new Map(
  ['react-devtools-core', 'string-width'].map((name) => [name, path.join(folder, `${name}.ts`)]),
);

/** Takes the place of `Intl.Segmenter` in the whole bundle. */
export const segmenterFile: string = path.join(folder, 'segmenter.ts');

/** Puts modules that are quick to load in place of what packages import. */
export const withStandIns: Plugin = {
  name: 'stand-ins',
  setup(builder) {
    builder.onResolve({filter: /^[a-z]/}, ({path: name, importer}) => {
      const file = standIns.get(name);
      // What a stand-in itself asks for is what it stands in for.
      return file === undefined || importer === file ? undefined : {path: file, sideEffects: false};
    });
  },
};
