import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {inheritedSecrets} from '../../source/checks/inherited-secrets.ts';
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

test('the folder that a shell calls PWD is no password', () => {
  const folders = {PWD: '/srv/orders-service', OLDPWD: '/srv/orders-service/data'};
  expect(inheritedSecrets({...folders, DB_PWD: 'correct-horse-7-battery'})).toEqual([
    'correct-horse-7-battery',
  ]);
});
