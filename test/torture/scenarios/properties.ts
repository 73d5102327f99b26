import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {openTally, type Tally} from '../tally.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);

/** The properties of the store with ten times as many random cases as in the tests. */
export async function properties(): Promise<Tally> {
  const tally = openTally('random changes, 1,000 runs of each property');
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [vitest, 'run', '--testTimeout=1800000', 'property.test'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, HANDOFF_WIZARD_TESTS: 'full', NO_COLOR: '1'},
    },
  );
  tally.tries = Number(/Tests +.*?(\d+) passed/.exec(stdout)?.[1] ?? 0) * 1000;
  if (status !== 0) tally.wrong.push(`${stdout}\n${stderr}`);
  return tally;
}
