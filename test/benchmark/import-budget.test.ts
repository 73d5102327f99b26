import {build, type Metafile} from 'esbuild';
import {beforeAll, describe, expect, test} from 'vitest';
import {options} from '../../scripts/build/options.ts';

/** What may be loaded when it is used, and never to draw home or to list. */
const heavy =
  /^(?:zod|yaml|commander|conf|ajv|ajv-formats|liquidjs|execa|textlint|@?secretlint|mdast-util|micromark|unist-util)\b/;

let outputs: Metafile['outputs'] = {};

beforeAll(async () => {
  const {metafile} = await build({...options, write: false, metafile: true});
  ({outputs} = metafile);
});

/** The output files that are loaded with those of these source files. */
function loadedWith(sources: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const {path, kind, external = false} of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) add(path);
  };
  for (const source of sources) {
    const entry = Object.entries(outputs).find(([, {entryPoint}]) => entryPoint === source);
    if (!entry) throw new Error(`The bundle has no file of its own for ${source}.`);
    add(entry[0]);
  }
  return files;
}

/** The packages of which a part is loaded with these source files. */
function packagesOf(sources: readonly string[]): readonly string[] {
  const packages = [...loadedWith(sources)]
    .flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}))
    .filter(([, {bytesInOutput}]) => bytesInOutput > 0)
    .flatMap(([input]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  return [...new Set(packages)].toSorted();
}

const cli = ['source/cli.ts'];
const list = [...cli, 'source/commands/list/list.ts'];
const home = [
  ...cli,
  'source/commands/wizard/show-home.ts',
  'source/commands/wizard/wizard.ts',
  'source/commands/wizard/run-wizard.ts',
  'source/wizard/start-wizard.tsx',
];

describe('what is loaded at the start', () => {
  test('--version loads no package', () => {
    expect(packagesOf(cli)).toEqual([]);
  });

  test('list loads neither Ink nor anything heavy', () => {
    const packages = packagesOf(list);
    expect(packages.filter((name) => heavy.test(name) || /^(?:ink|react)\b/.test(name))).toEqual(
      [],
    );
  });

  test('due loads as little', () => {
    const packages = packagesOf([...cli, 'source/commands/due/due.ts']);
    expect(packages.filter((name) => heavy.test(name) || /^(?:ink|react)\b/.test(name))).toEqual(
      [],
    );
  });

  test('home loads Ink and nothing heavy', () => {
    const packages = packagesOf(home);
    expect(packages).toContain('ink');
    expect(packages.filter((name) => heavy.test(name))).toEqual([]);
  });

  test('the heavy packages are in the bundle under the names that are looked for', () => {
    const entries = Object.values(outputs).flatMap(({entryPoint}) => entryPoint ?? []);
    const all = packagesOf(entries);
    for (const name of ['zod', 'yaml', 'commander', 'conf', 'liquidjs'])
      expect(all).toContain(name);
    expect(all.some((name) => name.startsWith('@secretlint/'))).toBe(true);
  });

  test('no built-in module is imported, since an import looks at all that it has', () => {
    const imported = Object.values(outputs)
      .flatMap(({imports}) => imports)
      .filter(({kind, external}) => kind === 'import-statement' && external === true);
    expect(imported.map(({path}) => path)).toEqual([]);
  });

  test('home, all of Ink and every screen with it, stays under 800 kB', () => {
    const files = [...loadedWith(home)];
    const bytes = files.reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
    expect(bytes).toBeLessThan(800_000);
  });
});
