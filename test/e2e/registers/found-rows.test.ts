import {createServer} from 'node:net';
import {once} from 'node:events';
import {readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {makePlace, type Place} from '../place.ts';

const compose = (version: string, port: number) => `services:
  api:
    image: ghcr.io/acme/api:${version}
    ports: ["${port}:8080"]
  worker:
    image: ghcr.io/acme/worker:1.0.0
`;

const rows = async (place: Place, id: string) => (await place.stored(id)).handoff.records;

test.concurrent('F looks, A marks all, w writes: rows, and checks that run once; u takes the rows back', async () => {
  await using place = makePlace();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    await place.write('compose.yaml', compose('2.4.1', port));
    const id = await place.start();
    await using wizard = await place.openHere(['resume']);
    await wizard.waitFor('F looks at what is deployed');
    wizard.write('F');
    await wizard.waitFor(/What is deployed +\d+ found[^]*❯ ○ api/);
    expect(await rows(place, id)).toEqual([]);
    wizard.write('A');
    await wizard.waitFor(/❯ ✔ api[^]*write \d+/);
    wizard.write('w');
    await wizard.waitFor(new RegExp(`They do this[^]*tcp 127\\.0\\.0\\.1:${port}`));
    wizard.write(`yes${keys.enter}`);
    await wizard.waitFor(/Taken: \d+ rows\. 1 check passed\./);
    await wizard.waitFor('Nothing new was found');
    const taken = await rows(place, id);
    expect(taken.length).toBeGreaterThan(4);
    const {handoff} = await place.stored(id);
    expect(handoff.checkRuns.at(-1)?.results).toMatchObject([{outcome: 'pass'}]);
    expect(handoff.proofs).toEqual([]);
    wizard.write('u');
    await wizard.waitFor(/Taken back: .* and \d+ more that went with it/);
    await wizard.waitFor(/What is deployed +\d+ found/);
    expect(await rows(place, id)).toEqual([]);
    wizard.write('U');
    await wizard.waitFor('Nothing new was found');
    expect(await rows(place, id)).toEqual(taken);
  } finally {
    server.close();
  }
});

test.concurrent('a check that runs a command is written, told as more than a look, and not run', async () => {
  await using place = makePlace();
  const healthy = '    healthcheck: {test: ["CMD", "touch", "ran.txt"]}\n';
  await place.write('compose.yaml', `services:\n  api:\n    image: api:1.0.0\n${healthy}`);
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('F looks at what is deployed');
  wizard.write('F');
  await wizard.waitFor(/❯ ○ api/);
  wizard.write('A');
  await wizard.waitFor(/❯ ✔ api/);
  wizard.write('w');
  const shown = (await wizard.waitFor(/They do this[^]*nothing runs before/)).join('\n');
  expect(shown).toContain('touch ran.txt');
  expect(shown).not.toContain('run them once');
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor('handoff.yaml has to be trusted before its checks run.');
  expect(await readFile(path.join(place.workspace, 'handoff.yaml'), 'utf8')).toContain('touch');
  expect((await place.stored(id)).handoff.checkRuns).toEqual([]);
});

test.concurrent('what changed is one line with what it was; what is gone is only told', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose('2.4.1', 18_081));
  const id = await place.start();
  await place.run(['discover', '--take', 'row components api', 'row components worker']);
  const [only = ''] = compose('2.5.0', 18_081).split('  worker:');
  await place.write('compose.yaml', only);
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('Readiness checklist');
  wizard.write('F');
  await wizard.waitFor(
    /Found otherwise than it was taken 1\n[^]*❯ ○ api\n +version 2\.4\.1, now 2\.5\.0/,
  );
  await wizard.waitFor(/Taken, and not found any more 1\n +▲ worker/);
  wizard.write(' w');
  await wizard.waitFor('Taken: 1 row.');
  const names = (await rows(place, id)).map(({fields}) => [fields['name'], fields['version']]);
  expect(names).toEqual([
    ['api', '2.5.0'],
    ['worker', '1.0.0'],
  ]);
});

test.concurrent('Enter edits before it is taken, n is not offered again, and Esc writes nothing', async () => {
  await using place = makePlace();
  await place.write('compose.yaml', compose('2.4.1', 18_082));
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('F looks at what is deployed');
  wizard.write('F');
  await wizard.waitFor(/❯ ○ api/);
  wizard.write(keys.enter);
  await wizard.waitFor(/Add a component[^]*❯ Component +api/);
  wizard.write(`-gateway${ctrl('s')}`);
  await wizard.waitFor(/❯ ○ worker/);
  expect(await rows(place, id)).toMatchObject([
    {fields: {name: 'api-gateway', version: '2.4.1'}, draft: {key: 'row components api'}},
  ]);
  wizard.write('nw');
  await wizard.waitFor('Not wanted: 1.');
  wizard.write(`A${keys.escape}`);
  await wizard.waitFor('Nothing was written.');
  expect(await rows(place, id)).toHaveLength(1);
  await expect(readFile(path.join(place.workspace, 'handoff.yaml'))).rejects.toThrow('ENOENT');
  wizard.write('F');
  await wizard.waitFor(/What is deployed +\d+ found/);
  expect(wizard.screen().join('\n')).not.toContain('worker:1.0.0');
});

test.concurrent('an empty folder, a broken file and a folder that is gone are told', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('F looks at what is deployed');
  wizard.write('F');
  await wizard.waitFor(/Nothing was found in [^]*0 files were read/);
  await place.write('compose.yaml', 'services:\n  api: [\n');
  wizard.write('r');
  await wizard.waitFor(/Not understood\n +compose\.yaml:\d+/);
  await rm(place.workspace, {recursive: true});
  wizard.write('r');
  await wizard.waitFor(/could not be looked at/);
  expect(await rows(place, id)).toEqual([]);
});
