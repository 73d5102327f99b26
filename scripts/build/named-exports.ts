import type {Plugin} from 'esbuild';
import {namesIn} from './names-in.ts';

const names = new Set(['react', 'react/jsx-runtime']);
const namespace = 'named-exports';

// esbuild copies all that a CommonJS module exports once for each import of it; these have hundreds.
/** Gives the CommonJS modules that are imported everywhere one module with named exports. */
export const withNamedExports: Plugin = {
  name: namespace,
  setup(builder) {
    builder.onResolve({filter: /^react/}, ({path: name, kind}) =>
      names.has(name) && kind === 'import-statement'
        ? {path: name, namespace, sideEffects: false}
        : undefined,
    );
    builder.onLoad({filter: /./, namespace}, ({path: name}) => ({
      contents: `const all = require('${name}');
export default all;
export const {${namesIn(name).join(', ')}} = all;`,
      resolveDir: import.meta.dirname,
    }));
  },
};
