import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {chmod, mkdir, readFile, symlink} from 'node:fs/promises';
import {createServer as createSecureServer} from 'node:https';
import {createServer, type Server} from 'node:net';
import {networkInterfaces, userInfo} from 'node:os';
import {join} from 'node:path';
import {once} from 'node:events';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createCertificateMaker, hasOpenssl} from '../certificates.ts';
import {serveDns} from '../dns-server.ts';
import {closedPort, serveHttp, type RunningServer, serveTcp} from '../servers.ts';
import {createGossFolder, type GossFolder} from './goss-folder.ts';

let folder: GossFolder;

beforeAll(async () => {
  folder = await createGossFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

function portOf(server: Server): number {
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
}

const isLinux = process.platform === 'linux';

/** The outcomes of several entries of one type, each a line of YAML after its name. */
async function outcomes(type: string, entries: readonly string[]): Promise<string[]> {
  const lines = entries.map((entry, at) => `  e${at}: ${entry}\n`);
  const results = await folder.goss(`${type}:\n${lines.join('')}`);
  return results.map(({outcome}) => outcome);
}

/** The entries that came out otherwise than they should, with what they came out as. */
async function wrong(
  type: string,
  cases: readonly (readonly [string, string])[],
): Promise<unknown> {
  const found = await outcomes(
    type,
    cases.map(([entry]) => entry),
  );
  return cases
    .map(([entry, wanted], at) => ({entry, wanted, found: found[at]}))
    .filter((one) => one.wanted !== one.found);
}

test('file', async () => {
  const content = 'first line\nsecond line\n';
  await folder.write('real.txt', content);
  await chmod(join(folder.path, 'real.txt'), 0o640);
  await symlink('real.txt', join(folder.path, 'link'));
  await symlink('nowhere', join(folder.path, 'dangling'));
  await mkdir(join(folder.path, 'sub'));
  const hash = (algorithm: string) => createHash(algorithm).update(content).digest('hex');
  const {username, uid, gid} = userInfo();
  expect(
    await wrong('file', [
      ['{path: real.txt, exists: true}', 'pass'],
      ['{path: real.txt, exists: false}', 'fail'],
      ['{path: nothing, exists: false}', 'pass'],
      ['{path: nothing, exists: true}', 'fail'],
      // What is false is not looked at any further.
      ['{path: nothing, exists: false, mode: "0777", contents: [x]}', 'pass'],
      ['{path: real.txt, exists: true, mode: "0640"}', 'pass'],
      ['{path: real.txt, exists: true, mode: "0644"}', 'fail'],
      ['{path: real.txt, exists: true, mode: 0640}', 'fail'],
      [`{path: real.txt, exists: true, owner: ${username}, uid: ${uid}, gid: ${gid}}`, 'pass'],
      ['{path: real.txt, exists: true, owner: nobody-of-that-name}', 'fail'],
      ['{path: real.txt, exists: true, filetype: file}', 'pass'],
      ['{path: link, exists: true, filetype: symlink, linked-to: real.txt}', 'pass'],
      ['{path: link, exists: true, mode: "0777", contents: [first]}', 'pass'],
      ['{path: dangling, exists: true, filetype: symlink}', 'pass'],
      ['{path: dangling, exists: true, contents: [x]}', 'fail'],
      ['{path: dangling, exists: true, contents: ["!x"]}', 'fail'],
      ['{path: dangling, exists: true, contents: []}', 'pass'],
      ['{path: real.txt, exists: true, linked-to: x}', 'fail'],
      ['{path: sub, exists: true, filetype: directory}', 'pass'],
      ['{path: sub, exists: true, contents: [x]}', 'fail'],
      ['{path: real.txt/x, exists: false}', 'fail'],
      [`{path: real.txt, exists: true, size: ${content.length}}`, 'pass'],
      ['{path: real.txt, exists: true, size: {gt: 5, lt: 9}}'.replace(', lt: 9', ''), 'pass'],
      ['{path: real.txt, exists: true, contents: ["/^second/", "!third"]}', 'pass'],
      ['{path: real.txt, exists: true, contains: [first]}', 'pass'],
      ['{path: real.txt, exists: true, contents: "first line\\nsecond line\\n"}', 'pass'],
      ['{path: real.txt, exists: true, contents: "first line\\nsecond line"}', 'fail'],
      ['{path: real.txt, exists: true, contents: ""}', 'fail'],
      [`{path: real.txt, exists: true, md5: ${hash('md5')}}`, 'pass'],
      [`{path: real.txt, exists: true, sha256: ${hash('sha256')}}`, 'pass'],
      [`{path: real.txt, exists: true, sha512: ${hash('sha512')}}`, 'pass'],
      [`{path: real.txt, exists: true, sha256: ${hash('md5')}}`, 'fail'],
      // goss wants "exists" said.
      ['{path: real.txt, mode: "0640"}', 'fail'],
    ]),
  ).toEqual([]);
});

test('command', async () => {
  expect(
    await wrong('command', [
      ['{exec: "true", exit-status: 0}', 'pass'],
      ['{exec: "exit 3", exit-status: 3}', 'pass'],
      ['{exec: "exit 3", exit-status: "3"}', 'pass'],
      ['{exec: "exit 3", exit-status: {gt: 3}}', 'fail'],
      ['{exec: "echo hello", exit-status: 0, stdout: [hello]}', 'pass'],
      ['{exec: "echo hello", exit-status: 0, stdout: hello}', 'fail'],
      ['{exec: "echo hello", exit-status: 0, stdout: "hello\\n"}', 'pass'],
      ['{exec: "echo 12", exit-status: 0, stdout: {ge: 12}}', 'pass'],
      ['{exec: "echo hello", exit-status: 0, stderr: ""}', 'pass'],
      ['{exec: "echo oops >&2", exit-status: 0, stderr: ""}', 'fail'],
      ['{exec: "echo oops >&2", exit-status: 0, stderr: []}', 'pass'],
      ['{exec: "echo oops >&2", exit-status: 0, stderr: [oops], stdout: ""}', 'pass'],
      // Its output is looked at even where the exit code is wrong, and both must be right.
      ['{exec: "echo a; exit 1", exit-status: 0, stdout: [a]}', 'fail'],
      ['{exec: "kill -9 $$", exit-status: -1}', 'pass'],
      ['{exec: "no-such-program-anywhere", exit-status: 127}', 'pass'],
      ['{exec: "sleep 60", exit-status: 0, timeout: 100}', 'fail'],
      [
        `{exec: 'echo "{\\"a\\": {\\"b\\": 5}}"', exit-status: 0, stdout: {gjson: {a.b: {gt: 4}}}}`,
        'pass',
      ],
      ['{exec: "true"}', 'fail'],
    ]),
  ).toEqual([]);
});

test('a command whose program is missing says so', async () => {
  const result = await folder.verdict('command:\n  no-such-program-here: {exit-status: 0}\n');
  expect(result).toMatchObject({
    outcome: 'fail',
    message: expect.stringMatching(/was 127 \(.*no-such-program-here/),
  });
});

test('a command is tried again as often as it says', async () => {
  const count = (times: number) =>
    `command:\n  'echo >> tries; test $(wc -l < tries) -ge 3': {exit-status: 0, retry_count: ${times}, retry_delay: 1ms}\n`;
  expect(await folder.verdict(count(1))).toMatchObject({outcome: 'fail', attempts: 2});
  expect(await folder.verdict(count(3))).toMatchObject({outcome: 'pass'});
});

describe('http', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serveHttp((request, response) => {
      const {url, method, headers} = request;
      if (url === '/moved') {
        response.writeHead(302, {location: '/seen'}).end();
      } else if (url === '/round') {
        response.writeHead(302, {location: '/round'}).end();
      } else if (url === '/packed') {
        response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('unpacked text\n'));
      } else {
        request.setEncoding('utf8');
        let body = '';
        request.on('data', (text: string) => {
          body += text;
        });
        request.on('end', () => {
          response.writeHead(url === '/gone' ? 404 : 200, {
            'x-one': '1',
            'content-type': 'text/plain',
          });
          response.end(
            `${method} ${url}\nauth ${headers.authorization}\nx ${String(headers['x-x'])}\nbody ${body}\n`,
          );
        });
      }
    });
  });
  afterAll(async () => {
    await server.close();
  });

  test('asks as goss does', async () => {
    const url = `http://127.0.0.1:${server.port}`;
    const closed = await closedPort();
    expect(
      await wrong('http', [
        [`{url: "${url}/", status: 200}`, 'pass'],
        [`{url: "${url}/gone", status: 404}`, 'pass'],
        [`{url: "${url}/gone", status: 200}`, 'fail'],
        [`{url: "${url}/", status: {ge: 200}, body: ["GET /", "!POST"]}`, 'pass'],
        [`{url: "${url}/", status: 200, body: [nothing-like-it]}`, 'fail'],
        [`{url: "${url}/", status: 200, headers: ["X-One: 1", "/^Content-Type: text/"]}`, 'pass'],
        [`{url: "${url}/", status: 200, headers: ["x-one: 1"]}`, 'fail'],
        [`{url: "${url}/moved", status: 200, body: ["GET /seen"]}`, 'pass'],
        [
          `{url: "${url}/moved", status: 302, no-follow-redirects: true, headers: ["Location: /seen"]}`,
          'pass',
        ],
        [`{url: "${url}/moved", status: 302}`, 'fail'],
        [`{url: "${url}/round", status: 302}`, 'fail'],
        [
          `{url: "${url}/packed", status: 200, body: "unpacked text\\n", headers: ["!Content-Encoding"]}`,
          'pass',
        ],
        [
          `{url: "${url}/", status: 200, method: PUT, request-body: sent, body: ["PUT /", "body sent"]}`,
          'pass',
        ],
        [`{url: "${url}/", status: 200, request-headers: ["X-X: y: z"], body: ["x y: z"]}`, 'pass'],
        [
          `{url: "${url}/", status: 200, username: u, password: p, body: ["auth Basic dTpw"]}`,
          'pass',
        ],
        [`{url: "http://127.0.0.1:${closed}/", status: 200}`, 'fail'],
        [`{url: "http://127.0.0.1:${closed}/", status: 0}`, 'fail'],
        [`{url: "${url}/", status: 200, proxy: "http://127.0.0.1:1"}`, 'unknown'],
      ]),
    ).toEqual([]);
  });

  test.skipIf(!hasOpenssl)('verifies certificates unless it is told not to', async () => {
    await using maker = await createCertificateMaker();
    const root = await maker.issue('Own authority', {isAuthority: true});
    const other = await maker.issue('Other authority', {isAuthority: true});
    const leaf = await maker.issue('localhost', {by: root, names: 'DNS:localhost'});
    const secure = createSecureServer({cert: leaf.pem, key: leaf.key}, (_request, response) => {
      response.end('safe\n');
    });
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const url = `https://localhost:${portOf(secure)}/`;
    try {
      expect(
        await wrong('http', [
          [`{url: "${url}", status: 200}`, 'fail'],
          [`{url: "${url}", status: 200, allow-insecure: true, body: [safe]}`, 'pass'],
          [`{url: "${url}", status: 200, ca-file: "${root.path}"}`, 'pass'],
          [`{url: "${url}", status: 200, ca-file: "${other.path}"}`, 'fail'],
          [`{url: "${url}", status: 200, ca-file: none.pem}`, 'fail'],
        ]),
      ).toEqual([]);
    } finally {
      secure.closeAllConnections();
      secure.close();
    }
  });

  test('a password is shown nowhere', async () => {
    const password = 'hunter2-hunter2';
    const yaml = `http:\n  it: {url: "http://127.0.0.1:${server.port}/", status: 200, username: u, password: "{{.Env.PW}}", body: ["!xy"]}\n`;
    const results = await folder.goss(yaml, {environment: {PW: password}});
    expect(results[0]?.outcome).toBe('pass');
    expect(JSON.stringify(results)).not.toContain(password);
  });
});

test('addr', async () => {
  const server = await serveTcp(() => undefined);
  const closed = await closedPort();
  try {
    expect(
      await wrong('addr', [
        [`{address: "tcp://127.0.0.1:${server.port}", reachable: true}`, 'pass'],
        [`{address: "127.0.0.1:${server.port}", reachable: true}`, 'pass'],
        [`{address: "tcp://127.0.0.1:${server.port}", reachable: false}`, 'fail'],
        [
          `{address: "tcp://127.0.0.1:${server.port}", local-address: 127.0.0.1, reachable: true}`,
          'pass',
        ],
        [`{address: "tcp://127.0.0.1:${closed}", reachable: true}`, 'fail'],
        [`{address: "tcp://127.0.0.1:${closed}", reachable: false}`, 'pass'],
        [`{address: "udp://127.0.0.1:${closed}", reachable: true}`, 'pass'],
        ['{address: "tcp://127.0.0.1", reachable: false}', 'pass'],
      ]),
    ).toEqual([]);
  } finally {
    await server.close();
  }
});

describe.skipIf(!isLinux)('what Linux tells (elsewhere unknown)', () => {
  test('port', async () => {
    const four = await serveTcp(() => undefined);
    const six = createServer();
    six.listen(0, '::');
    await once(six, 'listening');
    const port = portOf(six);
    try {
      expect(
        await wrong('port', [
          [`{port: "tcp:${four.port}", listening: true, ip: [127.0.0.1]}`, 'pass'],
          [`{port: ${four.port}, listening: true}`, 'pass'],
          [`{port: "tcp:${four.port}", listening: true, ip: [0.0.0.0]}`, 'fail'],
          [`{port: "tcp:${four.port}", listening: false}`, 'fail'],
          [`{port: "tcp6:${four.port}", listening: false}`, 'pass'],
          [`{port: "tcp6:${port}", listening: true, ip: ["::"]}`, 'pass'],
          [`{port: "udp:${four.port}", listening: false, ip: [x]}`, 'pass'],
        ]),
      ).toEqual([]);
    } finally {
      six.close();
      await four.close();
    }
  });

  test('process, by the name that the kernel has', async () => {
    const name = /\((?<name>[^)]*)\)/.exec(await readFile('/proc/self/stat', 'utf8'))?.groups?.[
      'name'
    ];
    expect(
      await wrong('process', [
        [`{comm: "${name}", running: true}`, 'pass'],
        [`{comm: "${name}", running: false}`, 'fail'],
        ['{comm: no-such-process, running: false}', 'pass'],
      ]),
    ).toEqual([]);
  });

  test('kernel-param, mount and interface', async () => {
    expect(
      await wrong('kernel-param', [
        ['{name: kernel.ostype, value: Linux}', 'pass'],
        ['{name: kernel.pid_max, value: {gt: 100}}', 'pass'],
        ['{name: kernel.no_such_thing, value: x}', 'fail'],
        ['{name: kernel.no_such_thing, value: {not: x}}', 'fail'],
      ]),
    ).toEqual([]);
    expect(
      await wrong('mount', [
        [
          '{mountpoint: /proc, exists: true, filesystem: proc, opts: [rw], usage: {lt: 101}}',
          'pass',
        ],
        ['{mountpoint: /proc, exists: true, filesystem: ext9}', 'fail'],
        ['{mountpoint: /no/such/mount, exists: true}', 'fail'],
        // An error in goss from 0.4.5 on.
        ['{mountpoint: /no/such/mount, exists: false}', 'fail'],
      ]),
    ).toEqual([]);
    const [address] = networkInterfaces()['lo'] ?? [];
    expect(
      await wrong('interface', [
        [`{name: lo, exists: true, addrs: ["${address?.cidr}"], mtu: {gt: 1000}}`, 'pass'],
        ['{name: no0, exists: false, mtu: 1}', 'pass'],
        ['{name: no0, exists: true}', 'fail'],
      ]),
    ).toEqual([]);
  });

  test('user and group', async () => {
    const [row = ''] = (await readFile('/etc/passwd', 'utf8')).split('\n');
    const [name, , uid, gid, , home, shell] = row.split(':');
    expect(
      await wrong('user', [
        [
          `{username: ${name}, exists: true, uid: ${uid}, gid: ${gid}, home: ${home}, shell: ${shell}}`,
          'pass',
        ],
        [
          `{username: ${name}, exists: true, uid: "${uid}", groups: {contain-element: {match-regexp: .}}}`,
          'pass',
        ],
        [`{username: ${name}, exists: true, shell: /bin/nothing}`, 'fail'],
        ['{username: no-such-user, exists: false, uid: 1}', 'pass'],
        ['{username: no-such-user, exists: true}', 'fail'],
      ]),
    ).toEqual([]);
    expect(
      await wrong('group', [
        ['{groupname: root, exists: true, gid: 0}', 'pass'],
        ['{groupname: root, exists: true, gid: 1}', 'fail'],
        ['{groupname: no-such-group, exists: false}', 'pass'],
      ]),
    ).toEqual([]);
  });
});

test('dns, with a server and without', async () => {
  const server = await serveDns({
    'A pay.example': ['10.0.0.2', '10.0.0.1'],
    'CNAME www.example': ['pay.example'],
    'MX pay.example': ['10 mail.example'],
    'TXT pay.example': ['one|two'],
    'A broken.example': 2,
  });
  const closed = await closedPort();
  const at = `server: "127.0.0.1:${server.port}"`;
  try {
    expect(
      await wrong('dns', [
        ['{resolve: localhost, resolvable: true, timeout: 5000}', 'pass'],
        ['{resolve: no.such.name.invalid, resolvable: false, addrs: [x], timeout: 5000}', 'pass'],
        [`{resolve: pay.example, resolvable: true, addrs: [10.0.0.1], ${at}}`, 'pass'],
        [
          `{resolve: pay.example, resolvable: true, addrs: {consist-of: [10.0.0.1]}, ${at}}`,
          'fail',
        ],
        [
          `{resolve: "A:pay.example", resolvable: true, addrs: [10.0.0.1, 10.0.0.2], ${at}}`,
          'pass',
        ],
        [`{resolve: "CNAME:www.example", resolvable: true, addrs: [pay.example.], ${at}}`, 'pass'],
        [
          `{resolve: "MX:pay.example", resolvable: true, addrs: ["10 mail.example."], ${at}}`,
          'pass',
        ],
        [
          `{resolve: "TXT:pay.example", resolvable: true, addrs: {consist-of: [one, two]}, ${at}}`,
          'pass',
        ],
        [`{resolve: "A:other.example", resolvable: false, ${at}}`, 'pass'],
        [`{resolve: "A:broken.example", resolvable: true, ${at}}`, 'fail'],
        [`{resolve: "A:pay.example", resolveable: true, ${at}}`, 'pass'],
        [`{resolve: "PTR:pay.example", resolvable: false, ${at}}`, 'fail'],
        [`{resolve: "SSHFP:pay.example", resolvable: true, ${at}}`, 'unknown'],
        [`{resolve: "A:pay.example", resolvable: false, server: "127.0.0.1:${closed}"}`, 'fail'],
      ]),
    ).toEqual([]);
  } finally {
    await server.close();
  }
});

const hasDpkg = existsSync('/etc/debian_version');

describe.skipIf(!hasDpkg)('package (Debian only)', () => {
  test('asks dpkg', async () => {
    const version = execFileSync('dpkg-query', ['-f', '${Version}', '-W', 'dpkg'], {
      encoding: 'utf8',
    });
    expect(
      await wrong('package', [
        [`{name: dpkg, installed: true, versions: ["${version}"]}`, 'pass'],
        ['{name: dpkg, installed: true, versions: ["0"]}', 'fail'],
        ['{name: dpkg, installed: false}', 'fail'],
        ['{name: no-such-package, installed: false, versions: [x]}', 'pass'],
        ['{name: no-such-package, installed: true}', 'fail'],
      ]),
    ).toEqual([]);
  });
});

test('a service is asked of whoever manages services, and is unknown where nobody does', async () => {
  const [asked, odd, silent] = await folder.goss(
    'service:\n  no-such-service: {running: false, enabled: false}\n  a/b: {running: false, enabled: false}\n  x: {}\n',
  );
  const [wanted, words] = existsSync('/run/systemd/system')
    ? ['pass', /running false/]
    : ['unknown', /No service manager answers here/];
  expect(asked?.outcome).toBe(wanted);
  expect(asked?.message).toMatch(words);
  expect(odd?.outcome).toBe('pass');
  expect(silent?.outcome).toBe('skipped');
});

test('the registry of Windows is unknown', async () => {
  const result = await folder.verdict('registry:\n  HKLM\\SOFTWARE\\x: {exists: true}\n');
  expect(result).toMatchObject({outcome: 'unknown', message: expect.stringContaining('Windows')});
});
