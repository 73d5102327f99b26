import {parse, stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {exported} from './scripts.ts';

test('what goss can say is in the gossfile, and nothing else', async () => {
  await using folder = await createChecksFolder();
  const sha256 = 'a'.repeat(64);
  const checks = [
    {
      name: 'Version',
      command: './app --version',
      timeout: '5s',
      expect: {exit: 0, stdout: {all: ['/^v2\\.\\d+/m', {contains: 'app'}, {not: '/beta/i'}]}},
    },
    {name: 'List', command: {run: ['echo', "it's"], cwd: '/usr'}, expect: {exit: {one_of: [0, 2]}}},
    {name: 'Web', http: 'http://127.0.0.1:1/', expect: {body: {contains: '!x'}}},
    {
      name: 'Web again',
      http: {url: 'http://127.0.0.1:1/', headers: {a: 'b'}, redirects: 'manual'},
      expect: {status: 302},
    },
    {name: 'Port', tcp: '127.0.0.1:1', expect: {connect: false}},
    {
      name: 'Name',
      dns: {name: 'a.example', server: '127.0.0.1:1'},
      expect: {answers: ['10.0.0.1']},
      timeout: '1s',
    },
    {
      name: 'File',
      file: 'app.yaml',
      expect: {
        mode: '0640',
        owner: 'root',
        type: 'file',
        sha256,
        content: {not: '/x/'},
        size: {below: 100},
      },
    },
    {name: 'Log', log: '/var/log/a.log', expect: {forbid: '/^ERROR/', require: 'started'}},
    {name: 'Process', process: 'sshd'},
    {name: 'Service', service: 'sshd', expect: {enabled: true}},
    {name: 'Braces', command: "echo '{{.Foo}}'", expect: {exit: 0}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const {files, leftOut, carried} = await exported(folder, 'goss');
  expect(leftOut).toEqual([]);
  expect(carried).toBe(checks.length);
  const text = files[0]?.text ?? '';
  expect(text).toContain('{{ `{{` }}.Foo}}');
  const found = parse(text.replaceAll('{{ `{{` }}', '{{')) as unknown;
  expect(found).toEqual({
    command: {
      Version: {
        title: 'Version',
        exec: `cd ${folder.path} || exit 127; ./app --version`,
        'exit-status': 0,
        stdout: ['/^v2\\.\\d+/', 'app', '!/(?i)beta/'],
        timeout: 5000,
      },
      List: {
        title: 'List',
        exec: `cd /usr || exit 127; echo 'it'\\''s'`,
        'exit-status': {or: [0, 2]},
        timeout: 30_000,
      },
      Braces: {
        title: 'Braces',
        exec: `cd ${folder.path} || exit 127; echo '{{.Foo}}'`,
        'exit-status': 0,
        timeout: 30_000,
      },
    },
    http: {
      'http://127.0.0.1:1/': {title: 'Web', status: {lt: 400}, body: ['\\!x'], timeout: 30_000},
      'http://127.0.0.1:1/ (2)': {
        title: 'Web again',
        url: 'http://127.0.0.1:1/',
        status: 302,
        'request-headers': ['a: b'],
        'no-follow-redirects': true,
        timeout: 30_000,
      },
    },
    addr: {'tcp://127.0.0.1:1': {title: 'Port', reachable: false, timeout: 30_000}},
    dns: {
      'A:a.example': {
        title: 'Name',
        resolvable: true,
        addrs: {'consist-of': ['10.0.0.1']},
        server: '127.0.0.1:1',
        timeout: 1000,
      },
    },
    file: {
      [`${folder.path}/app.yaml`]: {
        title: 'File',
        exists: true,
        mode: '0640',
        owner: 'root',
        filetype: 'file',
        sha256,
        contents: ['!/x/'],
        size: {lt: 100},
      },
      '/var/log/a.log': {title: 'Log', exists: true, contents: ['!/^ERROR/', '/started/']},
    },
    process: {sshd: {title: 'Process', running: true}},
    service: {sshd: {title: 'Service', running: true, enabled: true}},
  });
});

test('what goss cannot say is told at the top, with its reason', async () => {
  await using folder = await createChecksFolder();
  await folder.write('d', 'x');
  const checks = [
    {name: 'tls', tls: '127.0.0.1:1', expect: {valid: true}},
    {name: 'disk', disk: '/', expect: {free: {above: 1}}},
    {name: 'json', command: 'echo {}', expect: {json: {'$.a': null}}},
    {name: 'whole', command: 'echo a', expect: {stdout: 'a'}},
    {name: 'lines', command: 'echo a', expect: {stdout: '/a\\nb/'}},
    {name: 'anchored', command: 'echo a', expect: {stdout: '/^a/'}},
    {name: 'latency', http: 'http://127.0.0.1:1/', expect: {latency: {below: '1s'}}},
    {name: 'when', command: 'true', when: {file: 'd'}, expect: {exit: 0}},
    {
      name: 'warns',
      command: 'true',
      needs: 'disk',
      retry: 1,
      severity: 'recommended',
      expect: {exit: 0},
      warn: {duration: {below: '1s'}},
    },
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const {files, leftOut, notes} = await exported(folder, 'goss');
  expect(leftOut.map(({name}) => name)).toEqual([
    'tls',
    'disk',
    'json',
    'whole',
    'lines',
    'anchored',
    'latency',
    'when',
  ]);
  expect(notes.filter(({name}) => name === 'warns').map(({reason}) => reason)).toEqual([
    expect.stringContaining('goss has no warnings'),
    expect.stringContaining('only recommended'),
    expect.stringContaining('goss has no order'),
    expect.stringContaining('--retry-timeout'),
  ]);
  for (const {name, reason} of [...leftOut, ...notes])
    expect(files[0]?.text).toContain(`# - ${name}: ${reason}`);
});

test('a gossfile is handed over as it is, and no script does what goss does', async () => {
  await using folder = await createChecksFolder();
  await folder.write('goss.yaml', 'file: {/etc: {exists: true}}\n');
  await folder.write('handoff.yaml', 'checks: [{name: Host, goss: goss.yaml}]\n');
  const written = await exported(folder, 'goss');
  expect(written.carried).toBe(0);
  expect(written.leftOut).toEqual([
    {name: 'Host', reason: 'it is a gossfile already: hand that over'},
  ]);
  expect((await exported(folder, 'sh')).leftOut).toEqual([
    {name: 'Host', reason: 'the kind "goss" cannot be said in a POSIX shell'},
  ]);
});
