import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {draftStandings, isOpenDraft} from '../../../source/handoff/drafts/draft-standing.ts';
import {makePlace, type Place} from '../place.ts';

const compose = `services:
  api:
    image: ghcr.io/acme/api:2.4.1
    ports: ["18080:8080"]
    environment: {LOG_LEVEL: debug, DB_PASSWORD: hunter2horse}
  db:
    image: postgres:16.3
`;

const takeAll = (place: Place) => place.run(['discover', '--take', 'all']);
const handoffOf = async (place: Place, id: string) => (await place.stored(id)).handoff;

async function openDrafts(place: Place, id: string) {
  const open = draftStandings(await handoffOf(place, id)).filter(isOpenDraft);
  return open.map(({state, draft: {key}}) => `${state} ${key}`);
}

test.concurrent('discover --take takes what was found once, and then only what changed', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose);
  const id = await place.start();
  const first = await takeAll(place);
  expect(first).toMatchObject({exitCode: 0});
  expect(first.stdout).toMatch(/^Taken: \d+\.\n/);
  const {records} = await handoffOf(place, id);
  expect(records.find(({fields}) => fields['name'] === 'api')).toMatchObject({
    register: 'components',
    fields: {version: '2.4.1'},
    draft: {key: 'row components api'},
  });
  expect(await openDrafts(place, id)).toEqual([]);
  expect((await takeAll(place)).stdout).toBe('Nothing new was taken.\n');
  expect((await handoffOf(place, id)).records).toEqual(records);

  const [without = ''] = compose.replace('2.4.1', '2.5.0').split('  db:');
  await place.write('compose.yaml', without);
  expect((await takeAll(place)).stdout).toMatch(/^Taken: 1\.\n/);
  expect(await openDrafts(place, id)).toEqual(['gone row components db']);
  expect((await handoffOf(place, id)).records).toHaveLength(records.length);
});

test.concurrent('a dry run tells what would be taken, and writes nothing', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose);
  const id = await place.start();
  const before = await readFile(await place.journalFile(id), 'utf8');
  const {stdout, exitCode} = await place.run(['discover', '--take', 'all', '--dry-run', '--json']);
  expect(exitCode).toBe(0);
  expect(await readFile(await place.journalFile(id), 'utf8')).toBe(before);
  expect(existsSync(path.join(place.workspace, 'handoff.yaml'))).toBe(false);
  const told = JSON.parse(stdout) as {taken: number; checks: readonly string[]};
  expect(told).toMatchObject({handoff: id, isDryRun: true, checks: ['api answers on port 18080']});
  expect((await takeAll(place)).stdout).toContain(`Taken: ${told.taken}.`);
});

test.concurrent('nothing that is secret reaches the journal or the checks file', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose);
  const id = await place.start();
  await takeAll(place);
  const checks = await readFile(path.join(place.workspace, 'handoff.yaml'), 'utf8');
  const journal = await readFile(await place.journalFile(id), 'utf8');
  expect(journal).toContain('DB_PASSWORD');
  expect(checks + journal).not.toContain('hunter2horse');
});

test.concurrent('checks go behind those of the file, whose bytes stay, and nobody trusts them unseen', async () => {
  await using place = makePlace();
  const head = `# Ours\nchecks:\n- name:   It runs   # keep\n  command: "true"\n  expect: {exit: 0}\n`;
  const tail = `\nvars: {a: '1'}\n`;
  await place.write('handoff.yaml', head + tail);
  await place.write('compose.yaml', compose);
  await place.start();
  expect(await takeAll(place)).toMatchObject({exitCode: 0});
  const text = await readFile(path.join(place.workspace, 'handoff.yaml'), 'utf8');
  expect(text).toBe(
    `${head}
# Found in compose.yaml:4
- name: api answers on port 18080
  tcp: 127.0.0.1:18080
${tail}`,
  );
  const check = await place.run(['check']);
  expect(check).toMatchObject({exitCode: 2, stdout: ''});
  expect(check.stderr).toContain('--trust');
});

test.concurrent('a list that cannot be added to is told, and nothing is half done', async () => {
  await using place = makePlace();
  const own = 'checks: [{name: It runs, command: "true", expect: {exit: 0}}]\n';
  const file = await place.write('handoff.yaml', own);
  await place.write('compose.yaml', compose);
  const id = await place.start();
  const {exitCode, stderr} = await takeAll(place);
  expect({exitCode, text: await readFile(file, 'utf8')}).toEqual({exitCode: 2, text: own});
  expect(stderr).toContain('Its checks are no plain list');
  expect((await handoffOf(place, id)).records).toEqual([]);
});

test.concurrent('a key that was not found is refused, and nothing is taken', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose);
  const id = await place.start();
  const {exitCode, stderr} = await place.run(['discover', '--take', 'row components web']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Nothing was found that is called "row components web"');
  expect((await handoffOf(place, id)).records).toEqual([]);
});

test.concurrent('no document shows what was found and not taken', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose);
  await place.start();
  await place.run(['discover', '--take', 'row components db']);
  expect(await place.run(['docs', '--out', 'documents', '--format', 'md'])).toMatchObject({
    exitCode: 0,
  });
  const folder = path.join(place.workspace, 'documents');
  const names = (await place.files(folder)).filter((name) => name.endsWith('.md'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  expect(texts.join('\n')).toContain('postgres:16.3');
  expect(texts.join('\n')).not.toMatch(/acme\/api|LOG_LEVEL|18080/u);
});
