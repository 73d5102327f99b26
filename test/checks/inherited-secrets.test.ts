import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {runChecks} from '../../source/checks/run.ts';

let folder = '';

afterEach(async () => {
  delete process.env['ORDERS_DB_PASSWORD'];
  await rm(folder, {recursive: true, force: true});
});

test('a secret that a command inherits and prints never gets into its result', async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inherited-'));
  process.env['ORDERS_DB_PASSWORD'] = 'correct-horse-7-battery';
  const file = path.join(folder, 'handoff.yaml');
  await writeFile(
    file,
    'checks:\n  - name: Prints it\n    command: echo "$ORDERS_DB_PASSWORD"; echo "$ORDERS_DB_PASSWORD" >&2\n    expect: {stdout: {not: contains nothing}}\n',
  );
  const run = await runChecks(await readChecksFile(file));
  expect(run.results[0]?.output?.text).toContain('redacted');
  expect(JSON.stringify(run)).not.toContain('correct-horse');
});

test('the folder that a shell was in before is no secret, whatever its name sounds like', async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'inherited-'));
  const before = process.env['OLDPWD'];
  process.env['OLDPWD'] = folder;
  try {
    const file = path.join(folder, 'handoff.yaml');
    await writeFile(file, 'checks:\n  - {name: Place, command: pwd, expect: {exit: 0}}\n');
    const run = await runChecks(await readChecksFile(file));
    expect(run.results[0]?.output?.text).toContain(folder);
  } finally {
    if (before === undefined) delete process.env['OLDPWD'];
    else process.env['OLDPWD'] = before;
  }
});
