import {spawn} from 'node:child_process';
import {chmod, mkdir, rm, symlink, truncate, utimes} from 'node:fs/promises';
import {createHash} from 'node:crypto';
import path from 'node:path';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {agreed, scriptOf, lacks} from './scripts.ts';

test.skipIf(lacks('jq'))(
  'file and disk',
  async () => {
    await using folder = await createChecksFolder();
    const text = '{"port": 8080, "name": "pay"}\n';
    await folder.write('app.json', text);
    await chmod(path.join(folder.path, 'app.json'), 0o640);
    await mkdir(path.join(folder.path, 'sub'));
    await symlink('app.json', path.join(folder.path, 'link'));
    await symlink('nowhere', path.join(folder.path, 'dangling'));
    await folder.write("odd $(name)'s", 'x');
    const app = 'app.json';
    const file = (title: string, one: unknown, wanted: unknown, warn?: unknown) => ({
      name: title,
      file: one,
      expect: wanted,
      ...(warn ? {warn} : {}),
    });
    const sha256 = createHash('sha256').update(text).digest('hex');
    const checks = [
      file('exists', app, {exists: true}),
      file('absent', 'none', {exists: false}),
      file('mode', app, {mode: '0640'}),
      file('mode at most', app, {mode: {at_most: '0640'}}),
      file('mode at least', app, {mode: {at_least: '0600'}}),
      file('mode not', app, {mode: {not: '0644'}}),
      file('owner', app, {owner: 'root', group: {one_of: ['0', 'wheel']}}),
      file('owner not', app, {owner: {not: 'nobody'}}),
      file('type', app, {type: 'file'}),
      file('size', app, {size: {above: 1, below: '1KB'}}),
      file('size exactly', app, {size: 30}),
      file('age', app, {age: {below: '1h'}}),
      file('age warns', app, {exists: true}, {age: {below: '1h'}}),
      file('content', app, {content: {contains: '8080'}}),
      file('pattern', app, {content: /"port": \d+/.toString()}),
      file('whole', app, {content: text}),
      file('json', app, {json: {'$.port': {at_least: 8000}, '$.name': 'pay'}}),
      file('sha256', app, {sha256}),
      file('folder', 'sub', {type: 'directory'}),
      file('folder content', 'sub', {content: {contains: 'x'}}),
      file('link', 'link', {type: 'symlink', target: 'app.json', size: 30}),
      file('link itself', {path: 'link', follow: false}, {size: 8}),
      file('link content', 'link', {content: {contains: 'pay'}}),
      file('dangling', 'dangling', {exists: false, type: 'symlink'}),
      file('dangling itself', {path: 'dangling', follow: false}, {exists: true}),
      file('odd', "odd $(name)'s", {content: 'x'}),
      {
        name: 'disk',
        disk: '.',
        expect: {free: {above: '1MB'}, free_percent: {above: 0.1}, used_percent: {below: 100}},
      },
      {
        name: 'disk full',
        disk: '.',
        expect: {free: {above: '9000TiB'}},
        warn: {free_percent: {above: 1}},
      },
      {name: 'no disk', disk: 'none/at/all', expect: {free: {above: 1}}},
      {
        name: 'inodes',
        disk: '/',
        expect: {inodes_free: {above: 1}, inodes_free_percent: {above: 0}},
      },
      {name: 'no inodes', disk: '/proc', expect: {inodes_free: {above: 1}}},
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    const good = await agreed(folder, script, 'good');
    const bad = Object.entries(good).filter(([, outcome]) => outcome !== 'pass');
    expect(Object.fromEntries(bad)).toEqual({
      'folder content': 'fail',
      'disk full': 'fail',
      'no disk': 'fail',
      'no inodes': 'unknown',
    });
    const place = path.join(folder.path, app);
    await chmod(place, 0o666);
    await truncate(place, 10);
    const longAgo = new Date(Date.now() - 86_400_000);
    await utimes(place, longAgo, longAgo);
    expect(await agreed(folder, script, 'changed')).toMatchObject({
      mode: 'fail',
      'mode at most': 'fail',
      'mode at least': 'pass',
      json: 'fail',
      sha256: 'fail',
      'age warns': 'warn',
    });
    await rm(place);
    expect(await agreed(folder, script, 'gone')).toMatchObject({
      exists: 'fail',
      'mode not': 'fail',
      link: 'fail',
    });
  },
  120_000,
);

test('process', async () => {
  await using folder = await createChecksFolder();
  // Of its own, so that another run of the tests is not found.
  const server = `sleepy-${process.pid}`;
  await symlink('/bin/sleep', path.join(folder.path, server));
  const child = spawn(`./${server}`, ['987654'], {
    cwd: folder.path,
    detached: true,
    stdio: 'ignore',
  });
  const checks = [
    {name: 'by name', process: server},
    {name: 'by pattern', process: {pattern: `/${server} 98\\d+$/`}},
    {name: 'by user', process: {name: server, user: 'root'}, expect: {count: 1}},
    {name: 'of nobody', process: {name: server, user: 'nobody'}},
    {name: 'not running', process: 'no-such-program', expect: {running: false}},
    {
      name: 'measured',
      process: server,
      expect: {age: {below: '1h'}, memory: {above: 1, below: '1GiB'}, user: ['root']},
    },
    {
      name: 'warns',
      process: server,
      expect: {running: {one_of: [true, false]}},
      warn: {count: {at_least: 1}},
    },
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  try {
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    expect(await agreed(folder, script, 'running')).toEqual({
      'by name': 'pass',
      'by pattern': 'pass',
      'by user': 'pass',
      'of nobody': 'fail',
      'not running': 'pass',
      measured: 'pass',
      warns: 'pass',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    expect(await agreed(folder, script, 'ended')).toMatchObject({
      'by name': 'fail',
      measured: 'fail',
      warns: 'warn',
    });
  } finally {
    child.kill();
  }
}, 60_000);

test('log', async () => {
  await using folder = await createChecksFolder();
  const checks = [
    {name: 'forbid', log: 'app.log', expect: {forbid: ['/\\bERROR\\b/', 'a-b/c']}},
    {name: 'require', log: 'app.log', expect: {require: '/^started$/'}},
    {name: 'count', log: 'app.log', expect: {matches: {pattern: '/GET/i', count: {at_least: 2}}}},
    {name: 'warns', log: 'app.log', expect: {require: 'started'}, warn: {forbid: '/WARN/'}},
    {
      name: 'command',
      log: {command: 'cat app.log; echo more >&2'},
      expect: {require: ['more', '/started/']},
    },
    {name: 'missing', log: 'none.log', expect: {forbid: 'x'}},
    {name: 'folder', log: '.', expect: {forbid: 'x'}},
    {name: 'failing', log: {command: 'echo x; exit 3'}, expect: {require: 'x'}},
    {name: 'no program', log: {command: 'no-such-program-at-all'}, expect: {require: 'x'}},
    {name: 'remembers', log: {path: 'app.log', since: 'last-run'}, expect: {require: 'started'}},
  ];
  await folder.write('handoff.yaml', stringify({checks: checks.slice(0, -1)}));
  await folder.write('app.log', 'started\r\nGET /\nget /x\n');
  const script = await scriptOf(folder);
  expect(script.exported.leftOut).toEqual([]);
  expect(await agreed(folder, script, 'good')).toEqual({
    forbid: 'pass',
    require: 'pass',
    count: 'pass',
    warns: 'pass',
    command: 'pass',
    missing: 'unknown',
    folder: 'unknown',
    failing: 'unknown',
    'no program': 'unknown',
  });
  await folder.write('app.log', 'not started\nERROR: a-b/c\nWARN x\nGET');
  expect(await agreed(folder, script, 'broken')).toMatchObject({
    forbid: 'fail',
    require: 'fail',
    count: 'fail',
    warns: 'warn',
  });
  await folder.write('handoff.yaml', stringify({checks}));
  expect((await scriptOf(folder)).exported.leftOut).toEqual([
    {name: 'remembers', reason: expect.stringContaining('does not remember')},
  ]);
}, 60_000);

test('nagios', async () => {
  await using folder = await createChecksFolder();
  const plugin = '#!/bin/sh\ncat said\nexit "$(cat code)"\n';
  await chmod(await folder.write('check_it', plugin), 0o755);
  const checks = [
    {name: 'alone', nagios: './check_it'},
    {name: 'list', nagios: ['./check_it', '-H', 'a b']},
    {name: 'status', nagios: './check_it', expect: {status: 'CRITICAL'}},
    {name: 'unknown wanted', nagios: './check_it', expect: {status: 'UNKNOWN'}},
    {name: 'text', nagios: './check_it', expect: {text: {contains: 'free'}}},
    {name: 'metric', nagios: './check_it', expect: {metrics: {'a b': {below: '2s'}}}},
    {name: 'plain', nagios: './check_it', expect: {metrics: {'a b': {below: 600}}}},
    {name: 'size', nagios: './check_it', expect: {metrics: {disk: {above: '1MB'}}}},
    {name: 'percent', nagios: './check_it', expect: {metrics: {load: {at_most: '80%'}}}},
    {name: 'later', nagios: './check_it', expect: {metrics: {late: 3}}},
    {name: 'absent', nagios: './check_it', expect: {metrics: {none: {not: 3}}}},
    {name: 'missing', nagios: './check_none'},
    {name: 'not on PATH', nagios: ['check_no_such_plugin', '-w', '1']},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const say = async (code: number, said: string) => {
    await folder.write('said', said);
    await folder.write('code', String(code));
  };
  await say(0, "OK - free | 'a b'=500ms;1;2 disk=5MB load=75%\nlong\nmore | late=3\n");
  const script = await scriptOf(folder);
  expect(script.exported.leftOut).toEqual([]);
  expect(await agreed(folder, script, 'OK')).toMatchObject({
    alone: 'pass',
    metric: 'pass',
    size: 'pass',
    percent: 'pass',
    later: 'pass',
    absent: 'fail',
    missing: 'unknown',
  });
  await say(1, "WARNING - free | 'a b'=1,5s disk=U load=81 late=3;;\n");
  expect(await agreed(folder, script, 'WARNING')).toMatchObject({
    alone: 'warn',
    metric: 'warn',
  });
  await say(2, 'CRITICAL\n');
  expect(await agreed(folder, script, 'CRITICAL')).toMatchObject({alone: 'fail'});
  await say(3, 'dunno\n');
  expect(await agreed(folder, script, 'UNKNOWN')).toMatchObject({
    alone: 'unknown',
    'unknown wanted': 'pass',
  });
  await say(42, '');
  expect(await agreed(folder, script, 'no code of a plugin')).toMatchObject({
    alone: 'unknown',
  });
}, 60_000);

test('service', async () => {
  await using folder = await createChecksFolder();
  const bin = path.join(folder.path, 'bin');
  await mkdir(bin);
  const install = async (load: string, active: string, sub: string, file: string) => {
    const lines = `LoadState=${load} ActiveState=${active} SubState=${sub} UnitFileState=${file}`;
    const path = await folder.write('bin/systemctl', `#!/bin/sh\nprintf '%s\\n' ${lines}\n`);
    await chmod(path, 0o755);
  };
  const checks = [
    {name: 'running', service: 'pay'},
    {name: 'enabled', service: 'pay', expect: {enabled: true}},
    {
      name: 'state',
      service: {name: 'pay', manager: 'systemd'},
      expect: {state: 'active (running)'},
    },
    {name: 'stopped', service: 'pay', expect: {running: false}},
    {name: 'openrc', service: {name: 'pay', manager: 'openrc'}},
    {name: 'there', service: 'pay', on: ['env', 'WHERE=there']},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const {PATH = ''} = process.env;
  process.env['PATH'] = `${bin}:${PATH}`;
  try {
    await install('loaded', 'active', 'running', 'enabled');
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    expect(await agreed(folder, script, 'running')).toEqual({
      running: 'pass',
      enabled: 'pass',
      state: 'pass',
      stopped: 'fail',
      openrc: 'unknown',
      there: 'pass',
    });
    await install('loaded', 'failed', 'failed', 'disabled');
    expect(await agreed(folder, script, 'failed')).toMatchObject({
      running: 'fail',
      enabled: 'fail',
      stopped: 'pass',
    });
    await folder.write('bin/systemctl', '#!/bin/sh\necho no bus >&2\nexit 1\n');
    expect(await agreed(folder, script, 'no systemd')).toMatchObject({
      running: 'unknown',
      state: 'unknown',
    });
  } finally {
    process.env['PATH'] = PATH;
  }
}, 60_000);
