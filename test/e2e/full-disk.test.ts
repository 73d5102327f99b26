import {spawnSync} from 'node:child_process';
import {cp} from 'node:fs/promises';
import {execa} from 'execa';
import {describe, expect, test} from 'vitest';
import {makePlace, program, type Place} from './place.ts';

const checks = 'checks:\n  - {name: says, command: echo hello, expect: {stdout: hello}}\n';

/** Mounts a small file system for one process and its children only. */
const mount = ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=300k tmpfs "$1" && shift && eval "$1"'];
const canMount = spawnSync('unshare', [...mount, 'sh', '/mnt', 'true']).status === 0;
const why = canMount ? '' : ' (skipped: no file system can be mounted here)';

const start: readonly (readonly string[])[] = [
  ['new', '--customer', 'A', '--system', 'B'],
  ['item', 'network', 'done'],
];

/**
 * Starts a handoff, does `before`, moves the store to a small disk and fills that; then runs `args`,
 * and prints what lies in the store and what is still said of the handoff.
 */
async function runOnFullDisk(place: Place, before: readonly string[][], args: string) {
  const {workspace, env, home} = place;
  for (const each of [...start, ...before])
    expect(await place.run(each)).toMatchObject({exitCode: 0});
  const [prepared, left] = [`${home}-prepared`, `${home}-left`];
  await cp(home, prepared, {recursive: true});
  const script = [
    `cp -a "${prepared}/." "${home}" && cat /dev/zero > "${home}/fill"`,
    `"${process.execPath}" "${program}" ${args}`,
    'code=$?',
    `rm "${home}/fill"; ls -R "${home}"; cp -a "${home}" "${left}"`,
    'exit $code',
  ].join('\n');
  const {exitCode, stdout, stderr} = await execa('unshare', [...mount, 'sh', home, script], {
    cwd: workspace,
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
  const list = await place.run(['list'], {HANDOFF_WIZARD_HOME: left});
  return {exitCode, stdout: `${stdout}\n${list.stdout}`, stderr};
}

describe.skipIf(!canMount)(`when the disk is full${why}`, () => {
  test.concurrent.each<[name: string, before: string[][], args: string, file: string]>([
    ['an item', [], `item access done --note ${'x'.repeat(5000)}`, 'a-b/'],
    ['trust in a checks file', [], 'check --trust', 'trusted'],
    ['evidence of a check', [['trust', '--yes']], 'check', 'evidence'],
    ['a new handoff', [], 'new --customer C --system D', 'c-d'],
  ])('%s is not saved, which is said, and all before it stands', async (_, before, args, file) => {
    await using place = makePlace();
    await place.write('handoff.yaml', checks);
    const {exitCode, stdout, stderr} = await runOnFullDisk(place, before, args);
    const after = file === 'trusted' ? 'It is trusted for this run alone' : 'What was saved';
    expect(stderr).toMatch(new RegExp(`^Not saved: .*ENOSPC.*${file}.*\\)\\n${after}`, 'm'));
    expect(stderr).not.toContain('this is a bug');
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^a-b +A · B +Preparation +1\//m);
    expect(stdout).not.toMatch(/\.part/);
    // What a run found is shown also where it cannot be kept.
    expect(/1 pass/.test(stdout)).toBe(args.startsWith('check'));
  });
});

test
  .skipIf(process.platform !== 'linux')
  .concurrent.each<[name: string, args: readonly string[], home: string | undefined]>([
    ['a store', ['new', '--customer', 'A', '--system', 'B'], '/proc/nowhere/store'],
    ['documents', ['docs', '--out', '/proc/nowhere/documents'], undefined],
  ])('where no folder can be made, %s says so', async (_, args, home) => {
  await using place = makePlace();
  await place.start();
  const env = home === undefined ? {} : {HANDOFF_WIZARD_HOME: home};
  const {exitCode, stderr} = await place.run(args, env);
  expect(stderr).toContain('/proc/nowhere');
  expect(stderr).not.toContain('this is a bug');
  expect(exitCode).toBe(2);
});
