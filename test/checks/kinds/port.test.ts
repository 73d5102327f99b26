import {spawn} from 'node:child_process';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {chmod, symlink} from 'node:fs/promises';
import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import {networkInterfaces, userInfo} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {has} from '../../export/scripts.ts';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {fakeSsh} from '../servers/fake-ssh.ts';
import {closedPort, serveTcp, type RunningServer} from '../servers/http-servers.ts';

let folder: ChecksFolder;
let local: RunningServer;
const {username} = userInfo();
const hasSix = Object.values(networkInterfaces()).some((all) =>
  all?.some(({address}) => address === '::1'),
);

/** A server on some address, until the end of the test. */
async function serveOn(host: string, port = 0, isSixOnly = false) {
  const server = createServer();
  server.listen({host, port, ipv6Only: isSixOnly});
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** Stands before the command as `on` does, and prints what a program of another host would. */
async function elsewhere(programs: Readonly<Record<string, string>>): Promise<string> {
  const cases = Object.entries(programs).map(([name, body]) => `  *' ${name} '*) ${body} ;;`);
  const lines = ['case " $* " in', ...cases, '  *) exit 127 ;;', 'esac', ''];
  return `sh ${await folder.write('elsewhere', lines.join('\n'))}`;
}

const actual = (result: Awaited<ReturnType<ChecksFolder['check']>>) =>
  Object.fromEntries(result.findings.map((one) => [one.subject, one.actual]));

beforeAll(async () => {
  folder = await createChecksFolder();
  local = await serveTcp(() => undefined);
});

afterAll(async () => {
  await local.close();
  await folder[Symbol.asyncDispose]();
});

describe('a port on which something listens', () => {
  test('alone says that something must', async () => {
    const result = await folder.check(`port: ${local.port}`);
    expect(result).toMatchObject({outcome: 'pass', target: `TCP port ${local.port}`});
  });

  test('tells address, scope, program and user, with all of it as evidence', async () => {
    const program = path.basename(process.argv0);
    const result = await folder.check(`
port: {number: ${local.port}, address: 127.0.0.1}
expect: {address: [127.0.0.1], scope: loopback, program: {contains: ${program}}, user: ${username}}`);
    expect(actual(result)).toMatchObject({listening: 'true', scope: '"loopback"'});
    expect(result.outcome).toBe('pass');
    expect(result.output?.text).toContain(`tcp 127.0.0.1:${local.port}\tuser ${username}`);
    expect(result.output?.text).toContain(`(${process.pid})`);
  });

  test('is named as its own program, whatever it calls its threads', async () => {
    const file = path.join(folder.path, 'listening-program');
    await symlink(process.execPath, file);
    const code =
      "require('net').createServer().listen(0, function () {console.log(this.address().port)})";
    const child = spawn(file, ['-e', code], {stdio: ['ignore', 'pipe', 'ignore']});
    try {
      const [port] = (await once(child.stdout, 'data')) as [Buffer];
      const result = await folder.check(
        `port: ${String(port).trim()}\nexpect: {program: listening-program, scope: any}`,
      );
      expect(result).toMatchObject({outcome: 'pass'});
      expect(result.output?.text).toContain(`listening-program (${child.pid ?? 0})`);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  });

  test('on every address is open to any', async () => {
    await using server = await serveOn('0.0.0.0');
    const result = await folder.check(
      `port: ${server.port}\nexpect: {scope: loopback, address: [0.0.0.0]}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'scope: expected "loopback", was "any"',
    });
    const narrow = await folder.check(
      `port: {number: ${server.port}, address: 127.0.0.1}\nexpect: {listening: true}`,
    );
    expect(narrow.outcome).toBe('pass');
  });

  test.skipIf(!hasSix)('in IPv6 is told apart (needs ::1)', async () => {
    await using server = await serveOn('::1');
    const result = await folder.check(
      `port: ${server.port}\nexpect: {address: ["[0:0::1]"], scope: loopback}`,
    );
    expect(result.outcome).toBe('pass');
    const four = await folder.check(`port: {number: ${server.port}, address: 127.0.0.1}`);
    expect(four).toMatchObject({
      outcome: 'fail',
      message: `listening: expected true, was false (nothing listens on TCP port ${server.port} at 127.0.0.1; it is open on ::1)`,
    });
  });

  test.skipIf(!hasSix || !has('ss'))('of all IPv6 addresses may take IPv4 (needs ss)', async () => {
    await using both = await serveOn('::');
    await using sixOnly = await serveOn('::', 0, true);
    const at = ({port}: {readonly port: number}) => `port: {number: ${port}, address: 127.0.0.1}`;
    const outcomes = [await folder.check(at(both)), await folder.check(at(sixOnly))];
    expect(outcomes.map(({outcome}) => outcome)).toEqual(['pass', 'fail']);
  });

  test('of UDP is another one than that of TCP', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const {port} = socket.address();
    const udp = await folder.check(
      `port: {number: ${port}, protocol: udp}\nexpect: {scope: loopback}`,
    );
    socket.close();
    const gone = await folder.check(`port: {number: ${port}, protocol: udp}`);
    expect([udp.outcome, gone.outcome, gone.message]).toEqual([
      'pass',
      'fail',
      `listening: expected true, was false (nothing listens on UDP port ${port})`,
    ]);
  });
});

describe('a port on which nothing listens', () => {
  test('fails, and passes where that is wanted', async () => {
    const port = await closedPort();
    const result = await folder.check(`port: ${port}`);
    const wanted = await folder.check(`port: ${port}\nexpect: {listening: false}`);
    expect([result.outcome, wanted.outcome]).toEqual(['fail', 'pass']);
    expect(result.message).toContain(`(nothing listens on TCP port ${port})`);
  });

  test.each(['program: {not: nginx}', 'address: {not: {contains: 0.0.0.0}}', 'user: {not: root}'])(
    'never passes for what it is not: %s',
    async (claim) => {
      const result = await folder.check(`port: ${await closedPort()}\nexpect: {${claim}}`);
      expect(result.outcome).toBe('fail');
    },
  );

  test('only as a connection is none', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const {port} = server.address() as AddressInfo;
    const client = connect(port, '127.0.0.1');
    const accepted = (await once(server, 'connection')) as [Socket];
    server.close();
    const result = await folder.check(`port: ${port}\nexpect: {listening: false}`);
    client.destroy();
    accepted[0].destroy();
    expect(result.outcome).toBe('pass');
  });
});

const sockets = [
  'order 1',
  'socket 00000000:1538 0 4711',
  'socket 00000000000000000000000000000000:1538 0 4712',
  'user 0 root',
];

describe('what is not seen', () => {
  test.each(['program: nginx', 'program: {not: nginx}', 'program: {all: {not: /x/}}'])(
    'is unknown with the reason: %s',
    async (claim) => {
      const on = await elsewhere({sh: `printf '%s\\n' '${sockets.join("' '")}'`});
      const result = await folder.check(`port: 5432\non: ${on}\nexpect: {${claim}}`);
      expect(result).toMatchObject({
        outcome: 'unknown',
        message: expect.stringMatching(
          /^program: expected .*, was not known: who holds it is not seen: run the check as root on the host, /,
        ),
      });
    },
  );

  test.each(['{listening: true}', '{listening: false}', '{address: {not: "::1"}}'])(
    'is whether a socket of IPv6 takes IPv4, without ss: %s',
    async (wanted) => {
      const on = await elsewhere({
        sh: `printf '%s\\n' '${sockets.slice(0, 1).join('')}' '${sockets.slice(2).join("' '")}'`,
      });
      const result = await folder.check(
        `port: {number: 5432, address: 10.0.0.1}\non: ${on}\nexpect: ${wanted}`,
      );
      expect(result).toMatchObject({
        outcome: 'unknown',
        message: expect.stringMatching(/whether that takes 10\.0\.0\.1 too cannot be seen/),
      });
    },
  );

  test('does not hide what is seen and not so', async () => {
    const on = await elsewhere({sh: `printf '%s\\n' '${sockets.join("' '")}'`});
    const result = await folder.check(
      `port: 5432\non: ${on}\nexpect: {program: nginx, scope: loopback, user: root}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'scope: expected "loopback", was "any"',
    });
  });

  test('is the whole host, where neither /proc nor netstat is there', async () => {
    const on = await elsewhere({sh: 'exit 3'});
    const result = await folder.check(`port: 5432\non: ${on}`);
    expect(result).toMatchObject({
      outcome: 'unknown',
      message:
        'It cannot be told what listens on TCP port 5432: neither /proc nor the program netstat tells what listens here.',
    });
  });

  test('is what answers behind a container proxy', async () => {
    const held = ['holder 4711 812 /usr/bin/docker-proxy', 'holder 4712 818 /usr/bin/docker-proxy'];
    const on = await elsewhere({sh: `printf '%s\\n' '${[...sockets, ...held].join("' '")}'`});
    const result = await folder.check(`port: 5432\non: ${on}\nexpect: {program: docker-proxy}`);
    expect(result).toMatchObject({
      outcome: 'pass',
      message: expect.stringContaining(
        'docker-proxy publishes it for a container; what answers behind is not seen',
      ),
    });
  });
});

test('a real shell behind "on" tells the same', async () => {
  const result = await folder.check(`
port: ${local.port}
on: env -i PATH=${process.env['PATH'] ?? ''}
expect: {address: [127.0.0.1], program: {contains: ${path.basename(process.argv0)}}, user: ${username}}`);
  expect(result).toMatchObject({outcome: 'pass'});
});

test('a host over ssh tells the same', async () => {
  const ssh = await folder.write('ssh', fakeSsh);
  await chmod(ssh, 0o755);
  const result = await folder.check(`
port: ${local.port}
on: ${ssh} db1
expect: {address: [127.0.0.1], program: {contains: ${path.basename(process.argv0)}}}`);
  expect(result).toMatchObject({outcome: 'pass', target: expect.stringContaining('ssh db1)')});
});

test.skipIf(process.getuid?.() !== 0 || !has('setpriv'))(
  'a user without rights sees that it is open, and not who it is (needs root and setpriv)',
  async () => {
    const on = 'on: setpriv --reuid=65534 --regid=65534 --clear-groups';
    const seen = `port: ${local.port}\n${on}\nexpect: {scope: loopback, user: ${username}}`;
    expect(await folder.check(seen)).toMatchObject({outcome: 'pass'});
    const unseen = `port: ${local.port}\n${on}\nexpect: {program: {not: nginx}}`;
    expect(await folder.check(unseen)).toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining('who holds it is not seen'),
    });
  },
);

test('netstat and lsof, where there is no /proc', async () => {
  const bound = [
    'Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)',
    'tcp46      0      0  *.8443                 *.*                    LISTEN',
    'tcp4       0      0  127.0.0.1.8443         *.*                    LISTEN',
    'tcp4       0      0  127.0.0.1.18443        *.*                    LISTEN',
    'tcp4       0      0  10.0.0.5.8443          10.0.0.9.51000         ESTABLISHED',
  ];
  const held = [
    'p88',
    'cnginx',
    'Lroot',
    'f6',
    'tIPv6',
    'n*:8443',
    'f7',
    'tIPv4',
    'n127.0.0.1:8443',
  ];
  const on = await elsewhere({
    sh: 'exit 3',
    netstat: `printf '%s\\n' '${bound.join("' '")}'`,
    lsof: `printf '%s\\n' '${held.join("' '")}'`,
  });
  const result = await folder.check(`
port: {number: 8443, address: 10.0.0.5}
on: ${on}
expect: {address: ["::"], scope: any, program: nginx, user: root}`);
  expect(result).toMatchObject({outcome: 'pass'});
  expect(result.output?.text).toContain('tcp [::]:8443\tuser root\tprogram nginx (88)');
});

describe('a mistake is told with its place', () => {
  test.each([
    ['no port', 'port: 70000', '3:11 | A port is a number from 1 to 65535.'],
    ['no number', 'port: http', '3:11 | A port is a number from 1 to 65535.'],
    [
      'protocol',
      'port: {number: 1, protocol: sctp}',
      '3:33 | "protocol" is one of: tcp, udp. | tcp',
    ],
    [
      'address',
      'port: {number: 1, address: localhost}',
      '3:32 | An address is an IPv4 or IPv6 address of the host, such as 127.0.0.1 or ::1.',
    ],
    ['key', 'port: {number: 1, adress: "::1"}', '3:23 | Unknown key "adress". | address'],
    ['nothing', 'port: {protocol: udp}', '3:11 | "number" is missing.'],
  ])('%s', async (_name, line, problem) => {
    expect(await problemsOf(folder, line)).toEqual([problem]);
  });

  test('and a good check tells what it would do', async () => {
    expect(await actionOf(folder, 'port: {number: 53, protocol: udp, address: "0:0::1"}')).toBe(
      '::1 UDP port 53 | look what listens on UDP port 53 at ::1',
    );
  });
});
