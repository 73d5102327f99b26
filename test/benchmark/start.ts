import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {options} from '../../scripts/build/options.ts';
import type {Measure} from './report.ts';
import {frameTimer, takeTurns, wholeRunTimer, type Program} from './startup.ts';
import {summarize} from './statistics.ts';

/** What is started, the program with a store of 20 handoffs. */
interface Starts {
  readonly home: Program;
  readonly list: Program;
  readonly status: Program;
  readonly version: Program;
  readonly hello: Program;
  readonly bare: Program;
}

/** The smallest Ink program, bundled as this one is and with its compiled code in the same cache. */
export async function bundleHello(folder: string, caches: string): Promise<Program> {
  const entry = fileURLToPath(new URL('ink-hello.js', import.meta.url));
  await build({...options, entryPoints: [entry], outdir: path.join(folder, 'dist')});
  const main = path.join(folder, 'main.js');
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}\n');
  writeFileSync(
    main,
    `process.getBuiltinModule('node:module').enableCompileCache(${JSON.stringify(caches)});
await import('./dist/ink-hello.js');
`,
  );
  return {args: [main]};
}

/** How long the installed program takes until its first frame stands, and for the short commands. */
export async function measureStart(starts: Starts, rounds: number): Promise<Measure[]> {
  const {home, list, status, version, hello, bare} = starts;
  const homeFrame = await frameTimer(home, /20 handoffs[^]*\? all keys/);
  const helloFrame = await frameTimer(hello, /Hello, world/);
  const [homes = [], hellos = []] = await takeTurns([homeFrame, helloFrame], rounds);
  const [lists = [], statuses = [], versions = [], bares = []] = await takeTurns(
    [
      wholeRunTimer(list, /Apex Banking/),
      wholeRunTimer(status, /Checks: never run/),
      wholeRunTimer(version, /^\d+\.\d+\.\d+/),
      wholeRunTimer(bare, /^\s*$/),
    ],
    rounds,
  );
  const node = {name: 'node -e 0', summary: summarize(bares)};
  return [
    {
      name: 'home, 20 handoffs: first frame',
      ours: summarize(homes),
      reference: {name: 'Ink hello, bundled', summary: summarize(hellos)},
      reach: {ratio: 1.15},
    },
    {name: 'list, 20 handoffs', ours: summarize(lists), reference: node, reach: {ratio: 2.2}},
    {name: 'status', ours: summarize(statuses), reference: node, reach: {ratio: 3}},
    {name: '--version', ours: summarize(versions), reference: node, reach: {ratio: 2.2}},
  ];
}
