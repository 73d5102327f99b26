import {expect, test} from 'vitest';
import {draftStandings, isOpenDraft} from '../../../source/handoff/drafts/draft-standing.ts';
import {lookLive} from '../../../source/discovery/live/look-live.ts';
import {host, writeHost} from '../../discovery/live/write-host.ts';
import {makeFolder} from '../../discovery/make-folder.ts';
import {keys} from '../../harness/keys.ts';
import {makePlace, type Place} from '../place.ts';

const compose = `services:
  edge:
    image: envoyproxy/envoy:v1.31.0
  worker:
    image: ghcr.io/acme/worker:1.0.0
`;

const handoffOf = async (place: Place, id: string) => (await place.stored(id)).handoff;

async function openDrafts(place: Place, id: string) {
  const open = draftStandings(await handoffOf(place, id)).filter(isOpenDraft);
  return open.map(({state, draft: {key}}) => `${state} ${key}`);
}

/** How many commands are shown each time that a host is asked. */
async function batches(on: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  const consent = async (commands: readonly string[]) => counts.push(commands.length) > 0;
  await lookLive({on, consent, now: () => new Date()});
  return counts;
}

test.concurrent('L asks a host: each command is shown and agreed to, and what runs is offered beside what is written', async () => {
  await using place = makePlace();
  await using folder = makeFolder();
  const on = writeHost(folder, host);
  await place.write('compose.yaml', compose);
  const id = await place.start();
  await using wizard = await place.openHere(['resume'], {cols: 100, rows: 40});
  await wizard.waitFor('F looks at what is deployed');
  wizard.write('F');
  await wizard.waitFor(/❯ ○ edge/);
  wizard.write('L');
  await wizard.waitFor(/Whom to ask what runs[^]*this machine/);
  wizard.write(`${on.join(' ')}${keys.enter}`);
  await wizard.waitFor(/These would run[^]*ss -H -tulpn/);
  expect((await handoffOf(place, id)).draftLooks).toHaveLength(1);
  for (const count of await batches(on)) {
    await wizard.waitFor(`Run ${count} command`);
    wizard.write(`yes${keys.enter}`);
  }
  await wizard.waitFor(/What is deployed +\d+ found/);
  const {draftLooks, records} = await handoffOf(place, id);
  expect(draftLooks.map(({folder: of, host: name}) => [of, name])).toEqual([
    [place.workspace, expect.any(String)],
    [undefined, 'shop-1'],
  ]);
  expect(records).toEqual([]);
  const text = wizard.screen().join('\n');
  expect(text).toContain('❯ ○ edge');
  expect(text).toContain('shop-worker');
});

test.concurrent('who does not agree is asked no more, and what was found stays', async () => {
  await using place = makePlace();
  await using folder = makeFolder();
  await place.write('compose.yaml', compose);
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('F looks at what is deployed');
  wizard.write('F');
  await wizard.waitFor(/❯ ○ edge/);
  wizard.write('L');
  await wizard.waitFor('Whom to ask what runs');
  wizard.write(`${writeHost(folder, host).join(' ')}${keys.enter}`);
  await wizard.waitFor('These would run');
  wizard.write(keys.escape);
  await wizard.waitFor('Not all was asked, since nobody agreed to it.');
  await wizard.waitFor(/❯ ○ edge/);
  expect((await handoffOf(place, id)).draftLooks).toHaveLength(1);
});

test.concurrent('discover --live --take takes what runs; a look at files does not say that it is gone', async () => {
  await using place = makePlace();
  await using folder = makeFolder();
  const on = writeHost(folder, host).join(' ');
  await place.write('compose.yaml', compose);
  const id = await place.start();
  const asked = await place.run(['discover', '--live', '--on', on, '--take', 'all']);
  expect(asked).toMatchObject({exitCode: 2, stdout: ''});
  expect(asked.stderr).toContain('Nothing of it was run.');
  expect((await handoffOf(place, id)).draftLooks).toEqual([]);

  const taken = await place.run(['discover', '--live', '--on', on, '--yes', '--take', 'all']);
  expect(taken.stdout).toMatch(/^Taken: \d+\.\n/);
  const {records} = await handoffOf(place, id);
  const edge = records.find(({fields}) => fields['name'] === 'shop-worker');
  expect(edge?.draft?.source).toMatch(/^ps, \d\d:\d\d$/);
  expect(await openDrafts(place, id)).toEqual([]);

  expect((await place.run(['discover', '--take', 'all'])).stdout).toBe('Nothing new was taken.\n');
  expect(await openDrafts(place, id)).toEqual([]);

  writeHost(folder, {...host, docker: 'exit 0', podman: 'exit 0'});
  const again = await place.run(['discover', '--live', '--on', on, '--yes', '--take', 'all']);
  expect(again.stdout).toBe('Nothing new was taken.\n');
  const open = await openDrafts(place, id);
  expect(open.every((one) => one.startsWith('gone '))).toBe(true);
  expect(open).toContain('gone row components cache on shop-1');
  expect(open.join('\n')).not.toContain('worker');
});

test.concurrent('a host that does not answer says nothing of what is gone', async () => {
  await using place = makePlace();
  await using folder = makeFolder();
  const [ssh = '', ...rest] = writeHost(folder, host);
  const id = await place.start();
  const on = [ssh, ...rest].join(' ');
  await place.run(['discover', '--live', '--on', on, '--yes', '--take', 'all']);
  const before = (await handoffOf(place, id)).draftLooks;
  expect(before.at(-1)?.host).toBe('shop-1');
  const down = await place.run([
    'discover',
    '--live',
    '--on',
    `${ssh} down`,
    '--yes',
    '--take',
    'all',
  ]);
  expect(down.exitCode).toBe(2);
  expect(down.stderr).toContain('There is no connection to down');
  expect((await handoffOf(place, id)).draftLooks).toEqual(before);
});
