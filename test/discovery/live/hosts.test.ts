import {chmodSync, existsSync} from 'node:fs';
import {expect, it} from 'vitest';
import {discover} from '../../../source/discovery/discover.ts';
import {lookLive} from '../../../source/discovery/live/look-live.ts';
import {fakeSsh} from '../../checks/servers/fake-ssh.ts';
import {checksOf, expectValid, flowsOf, rowsOf} from '../discover-in.ts';
import {makeFolder, type MadeFolder} from '../make-folder.ts';
import {host, writeHost} from './write-host.ts';

const now = () => new Date('2026-03-12T14:02:00');

async function look(on: readonly string[], folder: MadeFolder) {
  const live = await lookLive({on, now, consent: async () => true});
  folder.write('empty/.keep', '');
  const found = await discover(`${folder.path}/empty`, {live});
  await expectValid(found);
  return found;
}

it('another host is asked by the same prefix as checks, for units, containers and a cluster', async () => {
  await using folder = makeFolder();
  const found = await look(writeHost(folder, host), folder);
  const components = rowsOf(found, 'components');
  expect(Object.values(components).map(({name, version}) => [name, version])).toEqual([
    ['edge', 'unknown'],
    ['shop-worker', 'unknown'],
    ['cache', '7.2.4'],
    ['site', 'unknown'],
    ['api', '2.4.1'],
    ['dump', '16.4'],
    ['shop (Helm)', '2.4.1'],
  ]);
  expect(flowsOf(found).map((flow) => flow.replace(/ on \S+/, ''))).toEqual([
    'whoever reaches the host > edge at 443, TCP',
    'the host itself > cache at 6380, TCP',
    'whoever reaches the host > site at 8080, TCP',
  ]);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'CronJob shop/dump', rhythm: '0 3 * * *; suspended'},
  ]);
  const checks = Object.values(checksOf(found));
  expect(checks.length).toBeGreaterThan(3);
  expect(checks.filter((check) => !('on' in check))).toEqual([]);
});

it('says what is not permitted and whose ports it cannot tell, and shows no secret', async () => {
  await using folder = makeFolder();
  const found = await look(writeHost(folder, host), folder);
  expect(found.problems.map(({message}) => message)).toEqual(
    expect.arrayContaining([
      'permission denied',
      'Whose these ports are, this user may not see: 9000.',
    ]),
  );
  expect(JSON.stringify(found)).not.toContain('hunter2horsebattery');
});

it('a host without ss is asked for /proc, and one without anything is told', async () => {
  await using folder = makeFolder();
  const {ps} = host;
  const cat = `case "$1" in
/proc/net/tcp) echo '  0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 777 1' ;; esac`;
  const find = `echo '/proc/90/fd/3 socket:[777]'`;
  const found = await look(writeHost(folder, {ps, cat, find}), folder);
  expect(flowsOf(found).map((flow) => flow.replace(/ on \S+/, ''))).toEqual([
    'the host itself > shop-worker at 8080, TCP',
  ]);
  expect(found.commands).toContainEqual(
    expect.objectContaining({ran: false, why: 'ss is not there'}),
  );
});

it('a host that is not reached is told once', async () => {
  await using folder = makeFolder();
  chmodSync(folder.write('bin/ssh', fakeSsh), 0o755);
  const found = await look([`${folder.path}/bin/ssh`, 'down'], folder);
  expect(found.drafts).toEqual([]);
  expect(found.problems).toHaveLength(1);
  expect(found.problems[0]?.message).toContain('There is no connection to down');
  expect(found.commands?.filter(({ran}) => ran)).toEqual([]);
});

it('runs nothing that nobody agreed to, and asks no second time', async () => {
  await using folder = makeFolder();
  const traces = Object.fromEntries(
    Object.keys(host).map((name) => [name, `touch ${folder.path}/ran`]),
  );
  let count = 0;
  const found = await lookLive({
    on: writeHost(folder, traces),
    now,
    async consent() {
      count += 1;
      return false;
    },
  });
  expect(count).toBe(1);
  expect(found.commands.filter(({ran}) => ran)).toEqual([]);
  expect(existsSync(`${folder.path}/ran`)).toBe(false);
  expect(found.commands.every(({why}) => why === 'nobody agreed to it')).toBe(true);
});

it('a cluster without rights is told, and everything else stands', async () => {
  await using folder = makeFolder();
  const kubectl = `case "$*" in *current-context*) echo prod;; *)
echo 'Error from server (Forbidden): deployments.apps is forbidden' >&2; exit 1 ;; esac`;
  const found = await look(writeHost(folder, {...host, kubectl}), folder);
  expect(found.problems.map(({message}) => message)).toContainEqual(
    'Error from server (Forbidden): deployments.apps is forbidden',
  );
  const components = Object.keys(rowsOf(found, 'components'));
  expect(components).toEqual(['edge', 'shop-worker', 'cache', 'site', 'shop (Helm)']);
});
