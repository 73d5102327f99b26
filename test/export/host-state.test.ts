import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {chmod, mkdir} from 'node:fs/promises';
import {createServer, type AddressInfo, type Server} from 'node:net';
import {networkInterfaces} from 'node:os';
import path from 'node:path';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {closedPort} from '../checks/servers/http-servers.ts';
import {agreed, exported, scriptOf} from './scripts.ts';

const hasSix = Object.values(networkInterfaces()).some((all) =>
  all?.some(({address}) => address === '::1'),
);

async function listenOn(host: string): Promise<Server> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

test('port', async () => {
  await using folder = await createChecksFolder();
  const local = await listenOn('127.0.0.1');
  const open = await listenOn('0.0.0.0');
  const both = hasSix ? await listenOn('::') : open;
  const six = hasSix ? await listenOn('::1') : local;
  const udp = createSocket('udp4');
  udp.bind(0, '127.0.0.2');
  await once(udp, 'listening');
  const [at, sixAt, bothAt] = [portOf(local), portOf(six), portOf(both)];
  const closed = await closedPort();
  const program = path.basename(process.argv0);
  const port = (name: string, about: unknown, wanted?: unknown, warn?: unknown) => ({
    name,
    port: about,
    ...(wanted === undefined ? {} : {expect: wanted}),
    ...(warn === undefined ? {} : {warn}),
  });
  const checks = [
    port('alone', at),
    port('local', at, {scope: 'loopback', address: ['127.0.0.1']}),
    port('not open', at, {scope: {not: 'any'}, address: {not: {contains: '0.0.0.0'}}}),
    port('by whom', at, {program: [program], user: {contains: 'root'}}),
    port('by another', at, {program: {not: {contains: program}}}),
    port('pattern', at, {program: {any: `/^${program}$/`}}),
    port('warns', at, undefined, {scope: 'any'}),
    port('open', portOf(open), {scope: 'any', address: '0.0.0.0'}),
    port('open at', {number: portOf(open), address: '127.0.0.1'}),
    port('local elsewhere', {number: at, address: '127.0.0.3'}),
    port('six', sixAt, {scope: 'loopback', address: {any: '[0:0:0::1]'}}),
    port('six at four', {number: sixAt, address: '127.0.0.1'}, {listening: !hasSix}),
    port('both', bothAt, {scope: 'any', address: ['0::0']}),
    port('both at four', {number: bothAt, address: '127.0.0.1'}),
    port('both at six', {number: bothAt, address: '::1'}),
    port('udp', {number: udp.address().port, protocol: 'udp'}, {scope: 'loopback'}),
    port('udp is no tcp', {number: udp.address().port, protocol: 'tcp'}, {listening: false}),
    port('closed', closed),
    port('closed wanted', closed, {listening: false}),
    port('closed is nobody', closed, {program: {not: {contains: 'nginx'}}}),
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const script = await scriptOf(folder);
  expect(script.exported.leftOut).toEqual([]);
  expect(await agreed(folder, script, 'all listen')).toMatchObject({
    alone: 'pass',
    local: 'pass',
    'not open': 'pass',
    'by whom': 'pass',
    'by another': 'fail',
    pattern: 'pass',
    warns: 'warn',
    'open at': 'pass',
    'local elsewhere': 'fail',
    udp: 'pass',
    'closed is nobody': 'fail',
  });
  for (const server of new Set([local, open, both, six])) server.close();
  udp.close();
  expect(new Set(Object.values(await agreed(folder, script, 'none listens')))).toEqual(
    new Set(['fail', 'pass']),
  );
}, 60_000);

const host = (name: string, wanted: unknown) => ({name, host: 'this', expect: wanted});

test('host', async () => {
  await using folder = await createChecksFolder();
  const checks = [
    host('memory', {memory_total: {above: '1MiB'}, memory_used_percent: {at_most: '100%'}}),
    host('no memory', {memory_available: {at_least: '900TiB'}}),
    host('no swap', {swap_used_percent: {not: {above: 100}}}),
    host('load', {load_1: {below: 100_000}, load_15_per_processor: {at_least: 0}}),
    host('processors', {processors: {at_least: 1, below: 100_000}}),
    host('uptime', {uptime: {above: '1s'}}),
    host('young', {uptime: {below: '1ms'}}),
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const script = await scriptOf(folder);
  expect(script.exported.leftOut).toEqual([]);
  expect(await agreed(folder, script, 'as it is')).toMatchObject({
    memory: 'pass',
    'no memory': 'fail',
    load: 'pass',
    processors: 'pass',
    uptime: 'pass',
    young: 'fail',
  });
}, 60_000);

test("the host's clock", async () => {
  await using folder = await createChecksFolder();
  const checks = [
    host('synchronised', {clock_synchronized: true}),
    host('offset', {clock_offset: {below: '100ms'}}),
    {name: 'by ntpd', host: {clock: 'ntpd'}, expect: {clock_offset: {below: '100ms'}}},
    host('offset not', {clock_offset: {not: {at_least: '100ms'}}}),
    host('offset and more', {clock_offset: {below: '100ms'}, memory_total: {below: '1KB'}}),
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const bin = path.join(folder.path, 'bin');
  await mkdir(bin);
  const services = ['chronyc', 'ntpq', 'timedatectl'];
  for (const name of services)
    await chmod(await folder.write(`bin/${name}`, '#!/bin/sh\n. "$0.does"\n'), 0o755);
  /** Stands for the host's time services, of which only some answer. */
  const install = async (programs: Readonly<Record<string, string>>) => {
    for (const name of services)
      await folder.write(`bin/${name}.does`, programs[name] ?? 'echo no daemon >&2; exit 1');
  };
  const {PATH = ''} = process.env;
  process.env['PATH'] = `${bin}:${PATH}`;
  const chrony = (leap: string, offset: string) => ({
    chronyc: `printf 'System time     : ${offset} seconds fast of NTP time\\nLeap status     : ${leap}\\n'`,
  });
  const timesyncd = (state: string, offset: string) => ({
    timedatectl: `case $1 in show) echo NTPSynchronized=${state} ;; *) ${offset} ;; esac`,
  });
  try {
    await install(chrony('Normal', '0.000120000'));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      chrony: chrony('Normal', '0.000120000'),
      'chrony far off': chrony('Normal', '3.5'),
      'chrony without a source': chrony('Not synchronised', '0.0'),
      ntpd: {ntpq: "echo 'leap=00, stratum=2, offset=-0.25'"},
      'ntpd far off': {ntpq: "echo 'leap=00, stratum=2, offset=+2500.1'"},
      'ntpd without a source': {ntpq: "echo 'leap=11, stratum=16, offset=0.0'"},
      timesyncd: timesyncd('yes', "echo '      Offset: -512us'"),
      'timesyncd far off': timesyncd('yes', "echo '      Offset: +1min 2.5s'"),
      'somebody else': timesyncd('yes', 'exit 1'),
      'nobody yet': timesyncd('no', 'exit 1'),
    };
    const told: Record<string, string> = {};
    for (const [state, programs] of Object.entries(states)) {
      await install(programs);
      const {offset, synchronised, ...others} = await agreed(folder, script, state);
      expect(others['offset and more']).toBe('fail');
      told[state] = `${synchronised} ${offset} ${others['offset not']}`;
      expect(others['by ntpd']).toBe(state.startsWith('ntpd') ? offset : 'unknown');
    }
    expect(told).toEqual({
      chrony: 'pass pass pass',
      'chrony far off': 'pass fail fail',
      'chrony without a source': 'fail unknown unknown',
      ntpd: 'pass pass pass',
      'ntpd far off': 'pass fail fail',
      'ntpd without a source': 'fail unknown unknown',
      timesyncd: 'pass pass pass',
      'timesyncd far off': 'pass fail fail',
      'somebody else': 'pass unknown unknown',
      'nobody yet': 'fail unknown unknown',
    });
    await install({});
    expect(await agreed(folder, script, 'none')).toMatchObject({
      synchronised: 'unknown',
      offset: 'unknown',
    });
  } finally {
    process.env['PATH'] = PATH;
  }
}, 120_000);

test('what cannot be carried is named', async () => {
  await using folder = await createChecksFolder();
  const checks = [
    {name: 'far port', port: 22, on: 'env A=1'},
    {name: 'far host', host: 'this', on: 'env A=1', expect: {load_1: {below: 100_000}}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const reasons = async (form: 'sh' | 'goss') =>
    (await exported(folder, form)).leftOut.map(({name, reason}) => `${name}: ${reason}`);
  expect(await reasons('sh')).toEqual([
    'far port: a port looked at on another machine cannot be said in a POSIX shell',
    'far host: what another machine tells of itself cannot be said in a POSIX shell',
  ]);
  expect(await reasons('goss')).toEqual([
    'far port: goss looks at IPv4 and IPv6 apart, and does not know who listens',
    'far host: goss does not look at memory, load or clock',
  ]);
});
