import {chmod} from 'node:fs/promises';
import {execa} from 'execa';
import {describe, expect, test} from 'vitest';
import {makePlace, program, type Place} from '../place.ts';

/** A user id that no list of users has, as in a container that runs under any number. */
const nobody = ['--reuid', '54321', '--regid', '54321', '--clear-groups'];

const isPossible = process.platform === 'linux' && process.getuid?.() === 0;

async function runAsNobody(
  place: Place,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) {
  for (const folder of [place.path, place.workspace]) await chmod(folder, 0o777);
  return execa('setpriv', [...nobody, process.execPath, program, ...args], {
    cwd: place.workspace,
    env: {PATH: place.env['PATH'] ?? '', ...env},
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
}

describe.runIf(isPossible)('as a user id without a name', () => {
  test.concurrent('a user id without a name works in a store of its own', async () => {
    await using place = makePlace();
    const env = {HANDOFF_WIZARD_HOME: place.home};
    const make = ['new', '--customer', 'A', '--system', 'B'];
    expect(await runAsNobody(place, make, env)).toMatchObject({exitCode: 0});
    expect(await runAsNobody(place, ['list'], env)).toMatchObject({exitCode: 0});
    const named = await runAsNobody(place, ['config', 'set', 'name', 'Jo Weber'], env);
    expect(named.stdout).toContain('You act as Jo Weber from now on.');
    const done = await runAsNobody(place, ['config'], env);
    expect(done.stdout).toContain('Jo Weber');
  });

  test.concurrent.each([
    ['HOME', (place: Place) => ({HOME: place.workspace})],
    ['XDG_DATA_HOME', (place: Place) => ({XDG_DATA_HOME: place.workspace})],
  ])('a user id without a name works where %s is set', async (_, env) => {
    await using place = makePlace();
    const make = ['new', '--customer', 'A', '--system', 'B'];
    expect(await runAsNobody(place, make, env(place))).toMatchObject({exitCode: 0});
    expect((await runAsNobody(place, ['list'], env(place))).stdout).toContain('A · B');
  });

  test.concurrent('without any place it says what to set', async () => {
    await using place = makePlace();
    for (const args of [['list'], ['config'], ['new', '--customer', 'A', '--system', 'B'], []]) {
      const {exitCode, stderr} = await runAsNobody(place, args, {});
      expect(stderr).toContain('Set HANDOFF_WIZARD_HOME');
      expect(exitCode).toBe(2);
    }
  });

  test.concurrent('where the place cannot be written it says what to set', async () => {
    await using place = makePlace();
    const make = ['new', '--customer', 'A', '--system', 'B'];
    const {exitCode, stderr} = await runAsNobody(place, make, {HOME: '/'});
    expect(stderr).toContain('HANDOFF_WIZARD_HOME');
    expect(exitCode).toBe(2);
  });
});
