import {chmod} from 'node:fs/promises';
import path from 'node:path';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {agreed, runScript, scriptOf, shells, lacks, verdictsOf} from './scripts.ts';

test('commands, their ends and their surroundings', async () => {
  await using folder = await createChecksFolder();
  await folder.write('state', 'up');
  const script = `#!/bin/sh\necho "$@"\n`;
  await chmod(await folder.write('program', script), 0o755);
  const checks = [
    {name: 'state', command: 'cat state', expect: {stdout: 'up'}},
    {
      name: 'stderr',
      command: 'echo oops >&2; exit 3',
      expect: {exit: 3, stderr: {contains: 'oops'}},
    },
    {
      name: 'list',
      command: ['./program', "it's", '$HOME', 'a  b', ''],
      expect: {stdout: "it's $HOME a  b "},
    },
    {name: 'folder', command: {run: 'pwd', cwd: '/usr'}, expect: {stdout: '/usr'}},
    {name: 'no folder', command: {run: 'pwd', cwd: 'none'}, expect: {exit: 0}},
    {
      name: 'env',
      command: {run: 'echo "$GREETING"', env: {GREETING: "it's\n$(x)"}},
      expect: {stdout: "it's\n$(x)"},
    },
    {name: 'missing', command: 'no-such-program-at-all', expect: {exit: 0}},
    {name: 'missing in list', command: ['no-such-program-at-all'], expect: {exit: 127}},
    {name: 'missing wanted', command: 'no-such-program-at-all', expect: {exit: 127}},
    {name: 'not executable', command: './state', expect: {exit: 0}},
    {name: 'signal', command: 'kill -9 $$', expect: {exit: 137}},
    {name: 'slow', command: 'sleep 60', timeout: '1s', expect: {exit: 0}},
    {
      name: 'duration',
      command: 'sleep 0.3',
      expect: {duration: {above: '200ms'}},
      warn: {duration: {below: '10ms'}},
    },
    {name: 'input', command: 'cat', timeout: '5s', expect: {stdout: ''}},
    {
      name: 'there',
      command: {run: 'echo "$0 $WHERE"; pwd', cwd: '/usr'},
      on: ['env', 'WHERE=a b'],
      expect: {stdout: {contains: 'a b\n/usr'}},
    },
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const written = await scriptOf(folder);
  expect(written.exported.leftOut).toEqual([]);
  expect(await agreed(folder, written, 'good')).toMatchObject({
    'no folder': 'unknown',
    missing: 'unknown',
    'missing in list': 'unknown',
    'missing wanted': 'pass',
    'not executable': 'unknown',
    signal: 'pass',
    slow: 'fail',
    duration: 'warn',
  });
  await folder.write('state', 'down');
  expect(await agreed(folder, written, 'down')).toMatchObject({
    state: 'fail',
  });
}, 60_000);

test('needs, conditions, tries and waivers', async () => {
  await using folder = await createChecksFolder();
  await folder.write('state', 'up');
  await folder.write('flag', '');
  const ok = 'test "$(cat state)" = up';
  const checks = [
    {name: 'last', command: 'true', needs: ['first', 'warns'], expect: {exit: 0}},
    {name: 'first', command: ok, expect: {exit: 0}},
    {name: 'warns', command: 'true', expect: {exit: 0}, warn: {duration: {above: '1h'}}},
    {name: 'after', command: 'true', needs: 'last', expect: {exit: 0}},
    {name: 'if file', command: 'true', when: {file: 'flag'}, expect: {exit: 0}},
    {name: 'unless file', command: ok, when: {not: {file: 'flag'}}, expect: {exit: 0}},
    {name: 'if failed', command: 'true', when: {check: 'first', is: ['fail']}, expect: {exit: 0}},
    {
      name: 'tried',
      command: 'echo x >>tries; test "$(wc -l <tries)" -ge 3',
      retry: {times: 3, every: '10ms'},
      expect: {exit: 0},
    },
    {
      name: 'tried in vain',
      command: 'false',
      retry: {times: 1, every: '10ms'},
      expect: {exit: 0},
    },
    {
      name: 'tried for a while',
      command: 'false',
      retry: {until: '200ms', every: '100ms'},
      expect: {exit: 0},
    },
    {name: 'waived', command: ok, expect: {exit: 0}},
    {name: 'waived once', command: ok, expect: {exit: 0}},
    {name: 'optional', command: ok, severity: 'recommended', expect: {exit: 0}},
  ];
  const waivers = [
    {check: 'waived', reason: "it's known", approver: 'A. Lead', expires: '2999-01-01'},
    {check: 'waived once', reason: 'known', approver: 'A. Lead', expires: '2020-01-01'},
  ];
  await folder.write('handoff.yaml', stringify({checks, waivers}));
  const written = await scriptOf(folder);
  expect(written.exported.leftOut).toEqual([]);
  const good = await agreed(folder, written, 'good');
  expect(good).toMatchObject({
    last: 'pass',
    'unless file': 'skipped',
    tried: 'pass',
    'tried in vain': 'fail',
  });
  await folder.write('state', 'down');
  expect(await agreed(folder, written, 'down')).toMatchObject({
    last: 'skipped',
    after: 'skipped',
    'if failed': 'pass',
    waived: 'waived',
    'waived once': 'fail',
  });
}, 60_000);

const standIn = `#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in -o | -p | -O) shift 2 ;; -*) shift ;; *) break ;; esac
done
[ "$1" != down ] || { echo 'ssh: connect to host down port 22: Connection refused' >&2; exit 255; }
shift
exec sh -c "$*"
`;

test('over ssh', async () => {
  await using folder = await createChecksFolder();
  const ssh = path.join(folder.path, 'ssh');
  await chmod(await folder.write('ssh', standIn), 0o755);
  const checks = [
    {
      name: 'there',
      on: [ssh, '-p', '22', 'host'],
      command: 'echo "it\'s $((1 + 1))"',
      expect: {stdout: "it's 2"},
    },
    {
      name: 'list',
      on: [ssh, 'host'],
      command: ['printf', '%s|', 'a  b', '$HOME', "it's", ''],
      expect: {stdout: "a  b|$HOME|it's||"},
    },
    {
      name: 'folder',
      on: [ssh, 'host'],
      command: {run: 'pwd; echo "$A"', cwd: '/usr', env: {A: 'x y'}},
      expect: {stdout: '/usr\nx y'},
    },
    {name: 'exits', on: [ssh, 'host'], command: 'exit 255', expect: {exit: 255}},
    {name: 'down', on: [ssh, 'down'], command: 'true', expect: {exit: 0}},
    {name: 'missing', on: [ssh, 'host'], command: 'no-such-program-at-all', expect: {exit: 0}},
    {
      name: 'log',
      on: [ssh, 'host'],
      log: {command: 'echo started'},
      expect: {require: '/^started$/'},
    },
    {name: 'plugin', on: [ssh, 'host'], nagios: 'echo OK; exit 2', expect: {status: 'CRITICAL'}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const written = await scriptOf(folder);
  expect(written.exported.leftOut).toEqual([]);
  expect(await agreed(folder, written, 'as it is')).toEqual({
    there: 'pass',
    list: 'pass',
    folder: 'pass',
    exits: 'pass',
    down: 'unknown',
    missing: 'unknown',
    log: 'pass',
    plugin: 'pass',
  });
}, 60_000);

test('the exit code of the script is that of a run', async () => {
  await using folder = await createChecksFolder();
  const checks = [
    {name: 'a', command: 'exit "$(cat a)"', expect: {exit: 0}, warn: {stdout: ''}},
    {name: 'b', command: 'exit "$(cat b)"', severity: 'recommended', expect: {exit: 0}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  await folder.write('a', '0');
  await folder.write('b', '0');
  const {path} = await scriptOf(folder);
  const exit = async (a: string, b: string) => {
    await folder.write('a', a);
    await folder.write('b', b);
    return (await runScript(path, 'sh', folder.path)).exit;
  };
  expect([await exit('0', '0'), await exit('0', '1'), await exit('1', '0')]).toEqual([0, 4, 3]);
});

test('a value of the environment is never in the script, and is used exactly as it is', async () => {
  await using folder = await createChecksFolder();
  const environment = {
    ...process.env,
    API_TOKEN: `s3cr3t'"$(id)\\ value`,
    PIN: '42',
    PORT: '5432',
    HOST_NAME: 'no.such.host.invalid',
  } as Record<string, string>;
  const yaml = `
checks:
  - {name: whole, command: {run: 'printf %s "$T"', env: {T: "\${env.API_TOKEN}"}}, expect: {stdout: "\${env.API_TOKEN}"}}
  - {name: part, command: [printf, "%s", "<\${env.API_TOKEN}>"], expect: {stdout: {contains: "t'\\""}}}
  - {name: short, command: ["echo", "\${env.PIN}"], expect: {stdout: "\${env.PIN}"}}
  - {name: text, command: "echo '\${env.PIN}' \${env.PIN}", expect: {stdout: "42 42"}}
  - {name: number, tcp: "\${env.HOST_NAME}:\${env.PORT}", expect: {connect: false}}
  - {name: there, on: [env, A=b], command: {run: 'printf %s "$T"', env: {T: "\${env.API_TOKEN}"}}, expect: {stdout: "\${env.API_TOKEN}"}}
  - {name: pattern, command: "echo 42", expect: {stdout: "/\${env.PIN}/"}}
  - {name: shown, command: ["echo", "\${env.API_TOKEN}"], expect: {stdout: x}}
`;
  await folder.write('handoff.yaml', yaml);
  const {path, text, exported} = await scriptOf(folder, environment);
  expect(exported.leftOut).toEqual([
    {
      name: 'pattern',
      reason: 'a value of the environment inside a pattern cannot be said in a POSIX shell',
    },
  ]);
  for (const value of ['s3cr3t', '5432', 'no.such.host', '<42']) expect(text).not.toContain(value);
  expect(text).toContain('# Set these environment variables: API_TOKEN PIN HOST_NAME PORT');
  for (const shell of shells) {
    const end = await runScript(path, shell, folder.path, environment);
    expect(end.stderr).toBe('');
    expect(end.stdout).not.toContain('s3cr3t');
    expect(verdictsOf(end)).toEqual({
      whole: 'pass',
      part: 'pass',
      short: 'pass',
      text: 'pass',
      number: 'pass',
      there: 'pass',
      shown: 'fail',
    });
  }
  const {API_TOKEN: _, ...without} = environment;
  expect(verdictsOf(await runScript(path, 'sh', folder.path, without))).toMatchObject({
    whole: 'unknown',
    short: 'pass',
  });
}, 60_000);

test('what could do harm comes out as text', async () => {
  await using folder = await createChecksFolder();
  const hostile = "x'; touch pwned; '$(touch pwned)`touch pwned`\u001B[31m\n#\\";
  const checks = [
    {
      name: hostile,
      description: `${hostile}\ntouch pwned`,
      command: `printf %s ${JSON.stringify('a')}`,
      fix: `${hostile}\ntouch pwned`,
      expect: {stdout: {not: {contains: hostile}}},
    },
    {
      name: 'says',
      command: String.raw`printf 'a\033[31m\033]0;t\007\n'; exit 1`,
      expect: {stdout: 'b'},
    },
  ];
  await folder.write('handoff.yaml', stringify({system: hostile, checks}));
  const {path, text} = await scriptOf(folder);
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/);
  const end = await runScript(path, 'sh', folder.path);
  // oxlint-disable-next-line no-control-regex
  expect(end.stdout).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/);
  expect(end.stdout).toContain("x'; touch pwned; '$(touch pwned)`touch pwned`");
  expect(end.exit).toBe(3);
  await expect(
    folder.read('checks: [{name: a, file: pwned, expect: {exists: false}}]'),
  ).resolves.toBeDefined();
  expect((await folder.check('file: pwned\nexpect: {exists: false}')).outcome).toBe('pass');
});

test('what is not carried is told in the file, with its reason', async () => {
  await using folder = await createChecksFolder();
  await folder.write('a.yaml', 'a: 1\n');
  const checks = [
    {name: 'changes', command: 'true', effect: 'changes', expect: {exit: 0}},
    {name: 'look-ahead', command: 'echo a', expect: {stdout: '/(?=a)a/'}},
    {name: 'yaml', file: 'a.yaml', expect: {yaml: {'$.a': 1}}},
    {name: 'attested', manual: 'Look at it', expect: {attested: true}},
    {
      name: 'secret',
      http: {url: 'http://127.0.0.1:1/', headers: {authorization: 'Bearer abcdef0123456789abcdef'}},
      expect: {status: 200},
    },
    {name: 'in order', command: 'true', needs: 'attested', expect: {exit: 0}},
    {name: 'by system', command: 'true', when: {env: 'PATH'}, expect: {exit: 0}},
  ].map((one) => (one.name === 'attested' ? {name: 'attested', manual: 'Look at it'} : one));
  await folder.write('handoff.yaml', stringify({checks}));
  const {text, exported} = await scriptOf(folder);
  const reasons = Object.fromEntries(exported.leftOut.map(({name, reason}) => [name, reason]));
  expect(reasons).toEqual({
    changes: expect.stringContaining('it changes the system'),
    'look-ahead': expect.stringContaining('(?='),
    yaml: expect.stringContaining('YAML'),
    attested: expect.stringContaining('a person attests it'),
    secret: expect.stringContaining('looks like a secret'),
  });
  expect(exported.notes.map(({name}) => name)).toEqual(['in order', 'by system']);
  for (const {name, reason} of [...exported.leftOut, ...exported.notes])
    expect(text).toContain(`# - ${name}: ${reason}`);
  expect(text).not.toContain('abcdef0123456789');
});

test.skipIf(lacks('busybox'))('a missing program is unknown, with how to get it', async () => {
  await using folder = await createChecksFolder();
  await folder.write('x.json', '{}');
  const checks = [
    {name: 'http', http: 'http://127.0.0.1:1/', expect: {status: 200}},
    {name: 'json', file: 'x.json', expect: {json: {'$.a': null}}},
    {name: 'dns', dns: 'pay.example', expect: {resolves: true}},
    {name: 'tls', tls: '127.0.0.1:1', expect: {valid: true}},
    {name: 'tcp', tcp: '127.0.0.1:1', expect: {connect: true}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  const {path: script} = await scriptOf(folder);
  const tools = path.join(folder.path, '.busybox');
  await runScript(script, 'busybox sh', folder.path);
  const {execFileSync} = await import('node:child_process');
  let said = '';
  try {
    execFileSync('/usr/bin/busybox', ['sh', script], {env: {PATH: tools}, cwd: folder.path});
  } catch (error) {
    said = String((error as {readonly stdout: Buffer}).stdout);
  }
  expect(said.match(/UNKNOWN/g)).toHaveLength(5);
  expect(said).toContain('The program jq is not on this machine. Install it (package jq).');
});
