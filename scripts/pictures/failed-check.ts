import {globSync, rmSync} from 'node:fs';
import path from 'node:path';
import {keys} from '../../test/harness/keys.ts';
import {screen} from './five-minutes.ts';
import {record} from './recorder.ts';

/** A check of the sample that fails, since what it looks for has really been taken away. */
export async function failedCheck(): Promise<readonly string[]> {
  await using it = record({
    size: screen,
    command: 'handoff-wizard',
    args: ['demo'],
    isKept: true,
  });
  await it.wait('Readiness checklist');
  await it.press('/', 'Find', 0);
  await it.type('run the checks');
  await it.press(keys.enter, /❯ . Validation/, 0);
  for (const file of globSync('handoff-wizard-sample-*/orders-service/data/orders.json', {
    cwd: it.folder,
  }))
    rmSync(path.join(it.folder, file));
  await it.press('r', /1 blocking[^]*❯ ✖ Data folder/, 0);
  return it.rows();
}
