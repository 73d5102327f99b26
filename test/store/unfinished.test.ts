import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {appendChanges} from '../../source/store/append-changes.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {keepEvidence} from '../../source/store/evidence.ts';
import {listHandoffs} from '../../source/store/list-handoffs.ts';
import {trustFile} from '../../source/store/settings/settings.ts';
import {unfinishedName} from '../../source/store/unfinished.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {newHandoff} from '../torture/store-place.ts';

/** The number of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid;

/** A name as `unfinishedName` gives it, of another process. */
function nameBy(pid: number, file: string): string {
  return unfinishedName(file).replace(`.${process.pid}-`, `.${pid}-`);
}

test('what killed processes left unfinished goes with the next write there', async () => {
  await using place = makeStoreHome();
  const home = place.path;
  const id = 'apex-banking-payments-api';
  const parts = ['evidence/aa', 'settings.json.kept', 'store-id'].map((name) =>
    nameBy(ended, path.join(home, name)),
  );
  const conf = ['settings.json', `progress/${id}.json`].map((name) =>
    path.join(home, `${name}.tmp-0123456789abcdef`),
  );
  const half = `${nameBy(ended, path.join(home, 'handoffs', 'half'))}-Ab12Cd`;
  for (const folder of ['evidence', 'progress', 'handoffs']) mkdirSync(path.join(home, folder));
  mkdirSync(half);
  const left = [...parts, ...conf, path.join(half, 'host.jsonl')];
  for (const file of left) writeFileSync(file, 'half');
  expect(await listHandoffs(home)).toMatchObject({handoffs: [], broken: []});
  expect(left.filter((file) => existsSync(file))).toEqual(left);

  await keepEvidence(home, 'output');
  await trustFile(home, 'a', '/srv/handoff.yaml');
  await createHandoff(home, 'ana', newHandoff);
  const note = {type: 'item/noted', item: 'architecture', note: 'one'} as const;
  await appendChanges({home, id, actor: 'ana', decide: () => [note]});
  expect([...left, half].filter((file) => existsSync(file))).toEqual([]);
});

test('what somebody may still be writing stays, for a week', async () => {
  await using place = makeStoreHome();
  const drafts = path.join(place.path, 'evidence');
  mkdirSync(drafts);
  const running = nameBy(process.ppid, path.join(drafts, 'running'));
  const elsewhere = nameBy(ended, path.join(drafts, 'elsewhere')).replace(
    /-[0-9a-f]{8}-/,
    '-00000000-',
  );
  const old = elsewhere.replace('elsewhere', 'old');
  for (const file of [running, elsewhere, old]) writeFileSync(file, 'half');
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  utimesSync(old, longAgo, longAgo);
  await keepEvidence(place.path, 'output');
  expect([running, elsewhere, old].map((file) => existsSync(file))).toEqual([true, true, false]);
});
