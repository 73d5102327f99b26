import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';

const dataUrl = /"data:application\/octet-stream;base64,([\w+/=]+)"/;

// Yoga, the layout of Ink, fetches its WebAssembly from a data: URL, for which Node loads its whole
// HTTP client. Given the bytes it needs no fetch, and no turn of the event loop either.
/** Hands Yoga its WebAssembly as bytes. */
export const withYogaAtHand: Plugin = {
  name: 'yoga-at-hand',
  setup(builder) {
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
