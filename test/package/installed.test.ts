import {existsSync, mkdirSync, readFileSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {execa} from 'execa';
import {visit} from 'unist-util-visit';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readPage} from '../house/docs-pages.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {deadNetwork, withoutNetwork} from './network.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = makeStoreHome();
const place = (...parts: readonly string[]) => path.join(folder.path, ...parts);
const installed = place('installed', 'node_modules', 'handoff-wizard');

/** An account that has nothing yet, and reaches nobody. */
const env = {
  ...deadNetwork,
  PATH: process.env['PATH'] ?? '',
  LANG: 'C.UTF-8',
  HOME: place('home'),
  npm_config_offline: 'true',
  npm_config_cache: place('npm-cache'),
  npm_config_update_notifier: 'false',
};

async function npm(args: readonly string[], cwd: string) {
  return execa('npm', args, {cwd, env, extendEnv: false});
}

/** Runs the installed program where there is no network, and gives what it printed. */
async function run(...args: readonly string[]): Promise<string> {
  const program = place('installed', 'node_modules', '.bin', 'handoff-wizard');
  const [command = program, ...rest] = [...withoutNetwork, program, ...args];
  const {stdout} = await execa(command, rest, {cwd: place('work'), env, extendEnv: false});
  return stdout;
}

function filesIn(below: string): string[] {
  return readdirSync(below, {recursive: true, encoding: 'utf8'})
    .map((name) => path.join(below, name))
    .filter((file) => statSync(file).isFile());
}

beforeAll(async () => {
  for (const name of ['home', 'installed', 'work', 'packed']) mkdirSync(place(name));
  await execa(process.execPath, [path.join(root, 'scripts', 'package.ts'), place('packed')]);
  const [file = ''] = filesIn(place('packed'));
  await npm(['install', '--no-audit', '--no-fund', file], place('installed'));
});

afterAll(() => folder.remove());

describe('what is published', () => {
  it('is one package, under 12 MB, that runs nothing when it is installed', () => {
    const packages = filesIn(place('installed', 'node_modules')).filter(
      (file) => path.basename(file) === 'package.json',
    );
    expect(packages).toEqual([path.join(installed, 'package.json')]);
    const manifest = JSON.parse(readFileSync(packages[0] ?? '', 'utf8')) as object;
    expect(manifest).not.toHaveProperty('private');
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).toHaveProperty('keywords');
    const bytes = filesIn(installed).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThan(12_000_000);
  });

  it('has every file that its README leads to', () => {
    const targets: string[] = [];
    visit(readPage('README.md'), (node) => {
      if (node.type === 'link' || node.type === 'image') targets.push(node.url);
    });
    const here = targets.filter((url) => !/^(?:https?:|mailto:|#)/.test(url));
    expect(here).not.toEqual([]);
    expect(here.filter((url) => !existsSync(path.join(installed, url.replace(/#.*/, ''))))).toEqual(
      [],
    );
  });

  it('has the licence of every package that it holds', () => {
    const text = readFileSync(path.join(installed, 'dist', 'third-party-licences.txt'), 'utf8');
    for (const name of ['ink', 'react', 'elkjs', 'pdfmake', 'yoga-layout', 'fontkit'])
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    expect(text).toContain('Eclipse Public License');
    expect(text).toContain('Apache License');
    expect(text).toContain('Bitstream Vera');
  });
});

describe('on an older Node', () => {
  // It asks Node for its version, and here is told another.
  const older = "Object.defineProperty(process.versions, 'node', {value: '20.11.0'})";

  it('says what helps where it is installed', async () => {
    const program = path.join(installed, 'bin', 'handoff-wizard.js');
    const {exitCode, stderr} = await execa(
      process.execPath,
      ['--import', `data:text/javascript,${older}`, program, 'list'],
      {env, extendEnv: false, reject: false},
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^handoff-wizard needs Node 22\.15 or newer, and this is v\d/);
    expect(stderr).toContain(`npx --yes node@24 "${program}"`);
    expect(stderr).not.toContain('npm ci');
  });
});

describe('the installed program, without network, registry and anything that was there', () => {
  it('tells its version, starts a handoff and shows it', async () => {
    expect(await run('--version')).toMatch(/^\d+\.\d+\.\d+$/);
    const names = ['--customer', 'Apex Banking', '--system', 'Payments API'];
    expect(await run('new', ...names)).toContain('apex-banking-payments-api');
    expect(await run('list')).toContain('Apex Banking');
    expect(await run('status')).toContain('Payments API');
  });

  it('writes a document with a diagram as a page and as PDF', async () => {
    const drawn = '```mermaid\ngraph LR\n  till --> orders\n```\n';
    await run('item', 'set', 'architecture-overview', '--text', drawn);
    const document = ['docs', '--document', 'handoff-document', '--out', '-', '--format'];
    expect(await run(...document, 'html')).toContain('<svg');
    expect((await run(...document, 'pdf')).slice(0, 5)).toBe('%PDF-');
  });
});
