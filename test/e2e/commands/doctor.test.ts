import {spawnSync} from 'node:child_process';
import {appendFile, chmod, mkdir, readFile, readdir, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {execa} from 'execa';
import {describe, expect, test} from 'vitest';
import {makePlace, program, type Place} from '../place.ts';

interface Found {
  readonly area: string;
  readonly name: string;
  readonly standing: 'good' | 'note' | 'broken';
  readonly found: string;
  readonly mend?: string;
}

type Environment = Readonly<Record<string, string>>;

async function examine(place: Place, env: Environment = {}) {
  const {exitCode, stdout} = await place.run(['doctor', '--json'], env);
  const {format, isBroken, findings} = JSON.parse(stdout) as {
    format: number;
    isBroken: boolean;
    findings: readonly Found[];
  };
  expect(format).toBe(1);
  expect(exitCode).toBe(isBroken ? 3 : 0);
  return {isBroken, find: (name: string) => findings.find((one) => one.name === name), findings};
}

/** Everything below a folder with what it holds and when it was last written. */
async function stateOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, {recursive: true});
  return Promise.all(
    names.map(async (name) => {
      const {mtimeMs, mode, size} = await stat(path.join(folder, name));
      return `${name} ${mtimeMs} ${mode} ${size}`;
    }),
  );
}

test.concurrent('doctor finds nothing broken in a store that is whole, changes nothing and starts nothing', async () => {
  await using place = makePlace();
  await place.start();
  await writeFile(
    path.join(place.workspace, 'handoff.yaml'),
    'checks:\n  - {name: a, command: touch ran, expect: {exit: 0}}\n',
  );
  const programs = path.join(place.path, 'programs');
  await mkdir(programs);
  for (const name of ['git', 'ssh', 'kubectl', 'vi', 'less']) {
    await writeFile(path.join(programs, name), `#!/bin/sh\ntouch "${programs}/ran"\n`);
    await chmod(path.join(programs, name), 0o755);
  }
  const before = await stateOf(place.path);
  const {isBroken, find} = await examine(place, {PATH: programs});
  expect(isBroken).toBe(false);
  expect(await stateOf(place.path)).toEqual(before);
  expect(find('git')).toMatchObject({
    area: 'programs',
    standing: 'good',
    found: path.join(programs, 'git'),
  });
  expect(find('helm')).toMatchObject({standing: 'note', found: 'not on PATH'});
  expect(find('handoffs')?.found).toBe('1, nothing is missing');
  expect(find('store')).toMatchObject({standing: 'good', found: place.home});
  expect(find('checks of apex-banking-payments-api')).toMatchObject({standing: 'note'});
});

test.concurrent('doctor says it in lines, with what to do below', async () => {
  await using place = makePlace();
  const {exitCode, stdout} = await place.run(['doctor']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^ {5}handoff-wizard {2,}\d+\.\d+\.\d+, a checkout, /m);
  expect(stdout).toMatch(
    /^note terminal {2,}none here\n +The wizard needs one; commands do not\.$/m,
  );
  expect(stdout).toMatch(/\n0 broken, \d+ to know, \d+ good\.\n$/);
});

type Fault = readonly [
  what: string,
  make: (place: Place) => Promise<Environment | undefined>,
  name: string,
  expected: Partial<Record<keyof Found, unknown>>,
];

const faults: readonly Fault[] = [
  [
    'a line that was changed',
    async (place) => {
      const file = await place.journalFile(await place.start());
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace('Payments API', 'Payments APIs'),
      );
      return undefined;
    },
    'handoff apex-banking-payments-api',
    {standing: 'broken', mend: expect.stringContaining('backup')},
  ],
  [
    'a line that is cut off',
    async (place) => {
      await appendFile(await place.journalFile(await place.start()), '{"v":1,"id":"b","ty');
      return undefined;
    },
    'handoff apex-banking-payments-api',
    {standing: 'note', found: expect.stringMatching(/\.jsonl:\d+: the line is not whole/)},
  ],
  [
    'settings that are no settings',
    async ({home}) => {
      await mkdir(home, {mode: 0o700});
      await writeFile(path.join(home, 'settings.json'), '{"schema": 1,\n');
      return undefined;
    },
    'settings',
    {standing: 'broken', found: expect.stringContaining('cannot be read')},
  ],
  [
    'a store that is a file',
    async ({home}) => {
      await writeFile(home, '');
      return undefined;
    },
    'store',
    {standing: 'broken', found: expect.stringContaining('is no folder')},
  ],
  [
    'a store that others can enter',
    async ({home}) => {
      await mkdir(home);
      await chmod(home, 0o755);
      return undefined;
    },
    'store',
    {standing: 'note', mend: expect.stringContaining('chmod 700')},
  ],
  [
    'an editor that is not there',
    () => Promise.resolve({EDITOR: 'no-such-editor --wait'}),
    'editor',
    {standing: 'broken', found: '$EDITOR names no-such-editor, which is not there'},
  ],
  [
    'an editor that only a shell could start',
    () => Promise.resolve({VISUAL: 'cat | vi'}),
    'editor',
    {standing: 'broken'},
  ],
  [
    'no place for temporary files',
    (place) => Promise.resolve({TMPDIR: path.join(place.path, 'nowhere')}),
    'temporary files',
    {standing: 'broken', mend: expect.stringContaining('TMPDIR')},
  ],
  [
    'a locale without UTF-8',
    () => Promise.resolve({LC_ALL: 'C'}),
    'letters',
    {standing: 'note', found: 'LC_ALL is C, so signs are plain letters'},
  ],
  [
    'a checks file that is wrong',
    async (place) => {
      await place.start();
      await place.write('handoff.yaml', 'checks: 3\n');
      return undefined;
    },
    'checks of apex-banking-payments-api',
    {standing: 'note', mend: expect.stringContaining('check lint')},
  ],
];

test.concurrent.each(faults)('doctor finds %s', async (_, make, name, expected) => {
  await using place = makePlace();
  const env = await make(place);
  const {find} = await examine(place, env);
  expect(find(name)).toMatchObject(expected);
});

test.concurrent('doctor finds a clock that is behind the last entry', async () => {
  await using place = makePlace();
  await place.start();
  const shift = await place.write('shift', String(-3 * 24 * 3_600_000));
  const clock = fileURLToPath(new URL('../../fixtures/shifted-clock.js', import.meta.url));
  const {exitCode, stdout} = await place.runAlone(['doctor'], {
    SHIFTED_CLOCK: shift,
    NODE_OPTIONS: `--import=${clock}`,
  });
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(/^BAD {2}handoff apex-banking-payments-api .*\d d behind the last entry/m);
});

test.concurrent('doctor prints no secret of the environment', async () => {
  await using place = makePlace();
  const secret = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
  const {stdout} = await place.run(['doctor'], {
    EDITOR: `${secret} -w`,
    PAGER: `/opt/${secret}/less`,
    HTTPS_PROXY: `http://me:${secret}@proxy:8080`,
    LC_ALL: secret,
  });
  expect(stdout).toContain('names');
  expect(stdout).not.toContain(secret);
});

/** Mounts a small file system for one process and its children only. */
const mount = ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=2m tmpfs "$1" && shift && eval "$1"'];
const canMount = spawnSync('unshare', [...mount, 'sh', '/mnt', 'true']).status === 0;
const why = canMount ? '' : ' (skipped: no file system can be mounted here)';

describe.skipIf(!canMount)(`on a disk of its own${why}`, () => {
  test.concurrent.each([
    ['full', 'cat /dev/zero > "$HANDOFF_WIZARD_HOME/fill"', 'disk', /^0\.0 MB left/],
    ['only to read', 'mount -o remount,ro "$HANDOFF_WIZARD_HOME"', 'store', /can only be read/],
  ])('that is %s, doctor says so', async (_, make, name, words) => {
    await using place = makePlace();
    await mkdir(place.home);
    const script = `${make} 2>/dev/null; "${process.execPath}" "${program}" doctor --json`;
    const {exitCode, stdout} = await execa('unshare', [...mount, 'sh', place.home, script], {
      env: place.env,
      extendEnv: false,
      reject: false,
    });
    expect(exitCode).toBe(3);
    const {findings} = JSON.parse(stdout) as {findings: readonly Found[]};
    const found = findings.find((one) => one.name === name);
    expect(found).toMatchObject({standing: 'broken', found: expect.stringMatching(words)});
    expect(found?.mend).toContain('HANDOFF_WIZARD_HOME');
  });
});
