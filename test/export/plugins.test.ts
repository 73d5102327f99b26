import {spawnSync} from 'node:child_process';
import {chmod, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {readPluginOutput} from '../../source/checks/kinds/nagios/plugin-output.ts';
import {createChecksFolder, type ChecksFolder} from '../checks/checks-folder.ts';
import {closedPort} from '../checks/servers/http-servers.ts';
import {exported} from './scripts.ts';

async function plugins(folder: ChecksFolder): Promise<string> {
  const place = path.join(folder.path, 'plugins');
  await mkdir(place, {recursive: true});
  const {files} = await exported(folder, 'nagios');
  for (const {name, text, isProgram} of files) {
    await writeFile(path.join(place, name), text);
    await chmod(path.join(place, name), isProgram ? 0o755 : 0o644);
  }
  return place;
}

function run(place: string, name: string) {
  const {stdout, stderr, status} = spawnSync(path.join(place, name), {encoding: 'utf8'});
  return {stdout, stderr, status};
}

test('every plugin obeys the contract: exit code, one line, performance data', async () => {
  await using folder = await createChecksFolder();
  const checks = [
    {
      name: 'State | of "it"',
      command: 'cat state; exit "$(cat code)"',
      expect: {exit: 0},
      warn: {stdout: 'up'},
    },
    {name: 'Disk', disk: '.', expect: {free: {above: 1}}},
    {name: 'Optional', command: 'exit "$(cat code)"', severity: 'recommended', expect: {exit: 0}},
    {name: 'Needs it', command: 'true', needs: 'State | of "it"', expect: {exit: 0}},
    {name: 'Log', log: 'none.log', expect: {forbid: 'x'}},
    {name: 'Host', host: 'this', expect: {memory_total: {above: '1MiB'}}},
    {name: 'Port', port: await closedPort(), expect: {listening: false}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  await folder.write('state', 'up');
  await folder.write('code', '0');
  const place = await plugins(folder);
  const [state, disk, optional, needs, log] = [
    'check_1_state_of_it',
    'check_2_disk',
    'check_3_optional',
    'check_4_needs_it',
    'check_5_log',
  ] as const;

  const good = run(place, state);
  expect(good).toMatchObject({status: 0, stderr: ''});
  expect(good.stdout).toMatch(/^OK - as expected \| duration=\d+\.\d{3}s;;;;\n$/);
  const {metrics, malformed} = readPluginOutput(run(place, disk).stdout);
  expect(malformed).toEqual([]);
  expect(metrics.map(({label, unit}) => [label, unit])).toEqual([
    ['free', 'B'],
    ['used_percent', '%'],
  ]);
  const host = readPluginOutput(run(place, 'check_6_host').stdout);
  expect(host.malformed).toEqual([]);
  expect(host.metrics.map(({label, unit}) => [label, unit])).toEqual([
    ['memory_available', 'B'],
    ['load_5', ''],
  ]);
  expect(run(place, 'check_7_port')).toMatchObject({status: 0, stdout: 'OK - as expected\n'});
  expect(run(place, log)).toMatchObject({
    status: 3,
    stdout: expect.stringMatching(/^UNKNOWN - There is no such log file/),
  });

  await folder.write('state', 'a | b\nc');
  expect(run(place, state)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^WARNING - stdout: expected "up", was a \/ b c \| duration=/),
  });
  await folder.write('code', '7');
  expect(run(place, state).status).toBe(2);
  expect(run(place, optional).status).toBe(1);
  expect(run(place, needs)).toMatchObject({
    status: 3,
    stdout: 'UNKNOWN - Not run: it needs "State / of "it"", which did not go well.\n',
  });
});

test('a plugin that runs a plugin passes on what it said and measured', async () => {
  await using folder = await createChecksFolder();
  const said = `printf 'OK - all well | load=3;5;9\\nlong text\\n'`;
  await folder.write('handoff.yaml', stringify({checks: [{name: 'It', nagios: said}]}));
  const place = await plugins(folder);
  expect(run(place, 'check_1_it')).toEqual({
    stdout: 'OK - all well | load=3;5;9\n',
    stderr: '',
    status: 0,
  });
});

test('the samples name every plugin and tell what is missing', async () => {
  await using folder = await createChecksFolder();
  const checks = [
    {name: 'a; $HOST$ "b"', command: 'true', expect: {exit: 0}},
    {name: 'c', command: ['echo', '${env.PATH}'], expect: {exit: 0}},
    {name: 'changes', command: 'true', effect: 'changes', expect: {exit: 0}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const {files} = await exported(folder, 'nagios');
  const text = (name: string) => files.find((one) => one.name === name)?.text ?? '';
  expect(files.map(({name}) => name)).toEqual([
    'check_1_a_host_b',
    'check_2_c',
    'nagios.cfg',
    'icinga2.conf',
  ]);
  expect(text('nagios.cfg')).toContain('  command_line  $USER1$/check_1_a_host_b\n');
  expect(text('nagios.cfg')).toContain('  service_description  a, HOST b\n');
  expect(text('nagios.cfg')).toContain('# - changes: it changes the system');
  expect(text('icinga2.conf')).toContain(String.raw`apply Service "a; $HOST$ \"b\"" {`);
  expect(text('icinga2.conf')).toContain('    PATH = "$path$"\n');
});
