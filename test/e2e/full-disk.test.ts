import {spawnSync} from 'node:child_process';
import {mkdir} from 'node:fs/promises';
import {execa} from 'execa';
import {describe, expect, test} from 'vitest';
import {makePlace, program, type Place} from './place.ts';

const checks = 'checks:\n  - {name: says, command: echo hello, expect: {stdout: hello}}\n';

/** Mounts a small file system for one process and its children only. */
const mount = ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=300k tmpfs "$1" && shift && eval "$1"'];
const canMount = spawnSync('unshare', [...mount, 'sh', '/mnt', 'true']).status === 0;
const why = canMount ? '' : ' (skipped: no file system can be mounted here)';

/**
 * Starts a handoff in a store on a small disk, does `before` and fills the disk; then runs `args`,
 * and prints what the store still says of the handoff.
 */
async function runOnFullDisk(place: Place, before: string, args: string) {
  const {workspace, env, home} = place;
  await mkdir(home);
  const hw = `"${process.execPath}" "${program}"`;
  const script = [
    `${hw} new --customer A --system B && ${hw} item network done`,
    before.replaceAll('hw ', `${hw} `),
    `cat /dev/zero > "${home}/fill"`,
    `${hw} ${args}`,
    'code=$?',
    `rm "${home}/fill"; ls -R "${home}"; ${hw} list`,
    'exit $code',
  ].join('\n');
  const {exitCode, stdout, stderr} = await execa('unshare', [...mount, 'sh', home, script], {
    cwd: workspace,
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
  return {exitCode, stdout, stderr};
}

describe.skipIf(!canMount)(`when the disk is full${why}`, () => {
  test.concurrent.each([
    ['an item', ':', `item access done --note ${'x'.repeat(5000)}`, 'a-b/'],
    ['trust in a checks file', ':', 'check --trust', 'trusted'],
    ['evidence of a check', 'hw trust --yes', 'check', 'evidence'],
    ['a new handoff', ':', 'new --customer C --system D', 'c-d'],
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
