import {isBuiltin} from 'node:module';
import type {Plugin} from 'esbuild';
import {functionsIn, namesIn} from './names-in.ts';

/** Built-in modules that are slow to load and are not needed at the start. */
const late = new Set(['crypto', 'child_process', 'readline/promises', 'fs/promises']);

const namespace = 'built-in';

// An import of a built-in module makes Node look at all that the module has, which for "process",
// "util" and "fs" loads a third of Node. Here nothing is looked at but what is called for.
/** Has each built-in module loaded when something of it is used. */
export const withBuiltInsAskedFor: Plugin = {
  name: namespace,
  setup(builder) {
    builder.onResolve({filter: /^[a-z]/}, ({path: given, importer, kind}) => {
      if (kind !== 'import-statement' || !isBuiltin(given)) return undefined;
      const name = given.replace(/^node:/, '');
      // One for each importer, as what the others ask for may have to be loaded at once.
      const whose = late.has(name) ? ` for ${importer}` : '';
      return {path: name + whose, namespace, sideEffects: false};
    });
    builder.onLoad({filter: /./, namespace}, ({path: id}) => {
      const name = id.replace(/ .*/, '');
      const atCall: ReadonlySet<string> = late.has(name) ? functionsIn(name) : new Set();
      const exports = namesIn(name).map((key) => {
        const value = atCall.has(key)
          ? `(...values) => all()['${key}'](...values)`
          : `/* @__PURE__ */ get('${key}')`;
        return `const $${key} = ${value}; export {$${key} as ${key}};`;
      });
      const whole = late.has(name)
        ? '/* @__PURE__ */ new Proxy({}, {get: (_, key) => all()[key]})'
        : '/* @__PURE__ */ all()';
      return {
        contents: `const all = () => process.getBuiltinModule('node:${name}');
const get = (key) => all()[key];
export default ${whole};
${exports.join('\n')}`,
      };
    });
  },
};
