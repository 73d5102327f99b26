import {chmod, copyFile, writeFile} from 'node:fs/promises';
import type {IncomingMessage, RequestListener} from 'node:http';
import path from 'node:path';
import process from 'node:process';
import {createSecureContext, type TLSSocket} from 'node:tls';
import {execFileSync} from 'node:child_process';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {
  createCertificateMaker,
  hasOpenssl,
  type CertificateMaker,
  type Issued,
} from '../servers/certificates.ts';
import {closedPort, serveHttp, serveTcp, type RunningServer} from '../servers/http-servers.ts';
import {serveHttps, serveProxy, serveSocket} from '../servers/https-servers.ts';

const local = 'DNS:localhost,IP:127.0.0.1';
const servers: RunningServer[] = [];
let folder: ChecksFolder;
let maker: CertificateMaker;
let [root, other, server, client]: Issued[] = [];

function kept<Kind extends RunningServer>(running: Kind): Kind {
  servers.push(running);
  return running;
}

/** Tells as JSON what it was asked. */
function echo(request: IncomingMessage): string {
  const socket = request.socket as TLSSocket;
  const {method, url, headers} = request;
  const subject = socket.encrypted ? socket.getPeerCertificate().subject : undefined;
  const name = socket.encrypted ? socket.servername : undefined;
  return JSON.stringify({method, url, headers, name, client: subject?.CN ?? null});
}

const answering: RequestListener = (request, response) => {
  const to = /^\/to\?(?<url>.*)$/.exec(request.url ?? '')?.groups?.['url'];
  if (to === undefined) response.end(echo(request));
  else response.writeHead(302, {location: decodeURIComponent(to)}).end();
};

function material(issued: Issued | undefined, file: 'path' | 'keyPath' = 'path'): string {
  return issued?.[file] ?? '';
}

async function secureServer(options: object = {}): Promise<number> {
  const {pem: cert, key} = server ?? {};
  return kept(await serveHttps({cert, key, ...options}, answering)).port;
}

beforeAll(async () => {
  folder = await createChecksFolder();
  if (!hasOpenssl) return;
  maker = await createCertificateMaker();
  root = await maker.issue('Apex Root', {isAuthority: true});
  other = await maker.issue('Other Root', {isAuthority: true});
  server = await maker.issue('pay', {by: root, names: `${local},DNS:pay.example`});
  client = await maker.issue('engineer', {by: root});
});

afterEach(() => {
  for (const name of Object.keys(process.env))
    if (/^(?:https?|all|no)_proxy$/i.test(name)) delete process.env[name];
});

afterAll(async () => {
  await Promise.all(servers.map(async (one) => one.close()));
  if (hasOpenssl) await maker[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** One check of a URL with further keys in YAML. */
async function look(url: string, more = '', expect = '{status: 200}', environment = {}) {
  return folder.check(
    `http: {url: '${url}'${more === '' ? '' : `, ${more}`}}\nexpect: ${expect}\ntimeout: 10s`,
    {environment: {...process.env, ...environment}},
  );
}

describe.skipIf(!hasOpenssl)('https (needs openssl)', () => {
  test('an authority of its own is trusted where it is named, and said with its fingerprint', async () => {
    const url = `https://127.0.0.1:${await secureServer()}/`;
    const named = await look(url, `ca: ${material(root)}`);
    expect(named).toMatchObject({outcome: 'pass'});
    expect(named.remarks).toEqual([
      expect.stringMatching(/^trusting only .*\.pem, SHA-256 [\da-f]{16}…$/),
    ]);
    const listed = await look(url, `ca: [${material(other)}, ${material(root)}]`);
    expect(listed.outcome).toBe('pass');
    expect(await look(url)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /^No answer from 127\.0\.0\.1:\d+: .*(?:not trusted here|chain is incomplete).* \(\w+\)\. .*name the file of its authority under "ca"/,
      ),
    });
    expect(await look(url, `ca: ${material(other)}`)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/The files of "ca" hold another authority/),
    });
  });

  test('the certificate itself may be named as its own authority', async () => {
    const url = `https://127.0.0.1:${await secureServer()}/`;
    expect(await look(url, `ca: ${material(server)}`)).toMatchObject({outcome: 'pass'});
  });

  test.each([
    ['self-signed', {names: local}, /is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. If this is/],
    [
      'for another name',
      {names: 'DNS:a.example,DNS:b.example', isSigned: true},
      /is for a\.example, b\.example and not for 127\.0\.0\.1 .*\. Ask for a name that it is for/,
    ],
    [
      'expired',
      {names: local, isSigned: true, from: new Date(0), to: new Date('2021-03-04')},
      /has expired \(CERT_HAS_EXPIRED\)\. Have it renewed/,
    ],
    [
      'not valid yet',
      {names: local, isSigned: true, from: new Date('2100-01-01'), to: new Date('2101-01-01')},
      /is not valid yet \(CERT_NOT_YET_VALID\)\. Compare the clocks/,
    ],
  ])('one that is %s fails, and what to do is said', async (_what, order, words) => {
    const {isSigned = false, ...rest} = order as {isSigned?: boolean};
    const issued = await maker.issue('pay', {...rest, by: isSigned ? root : undefined});
    const port = await secureServer({cert: issued.pem, key: issued.key});
    const ca = isSigned ? `ca: ${material(root)}` : '';
    expect(await look(`https://127.0.0.1:${port}/`, ca)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(words),
    });
  });

  test('a version of TLS that is too old is told', async () => {
    const port = await secureServer({
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    expect(await look(`https://127.0.0.1:${port}/`, `ca: ${material(root)}`)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/versions of TLS that are not safe.*Have the server speak/),
    });
  });

  test('a client certificate is shown to who wants it, with a locked key as well', async () => {
    const port = await secureServer({requestCert: true, ca: root?.pem});
    const url = `https://127.0.0.1:${port}/`;
    const ca = `ca: ${material(root)}`;
    const own = `cert: ${material(client)}, key: ${material(client, 'keyPath')}`;
    expect(await look(url, `${ca}, ${own}`, '{json: {$.client: engineer}}')).toMatchObject({
      outcome: 'pass',
    });
    expect(await look(url, ca)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/wants a certificate of the client.*[Nn]ame .*under "cert"/),
    });
    const foreign = await maker.issue('stranger', {by: other});
    expect(await look(url, `${ca}, cert: ${foreign.path}, key: ${foreign.keyPath}`)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /(?:certificate \(|closed).*\. (?:Name a|It may not accept the) certificate under "cert"/,
      ),
    });
    const locked = path.join(folder.path, 'locked.key');
    const words = [
      'ec',
      '-in',
      material(client, 'keyPath'),
      '-aes256',
      '-passout',
      'pass:w1de-0pen',
    ];
    execFileSync('openssl', [...words, '-out', locked], {stdio: 'pipe'});
    const opened = `${ca}, cert: ${material(client)}, key: locked.key`;
    const right = `${opened}, passphrase: '\${env.KEY_WORD}'`;
    expect(await look(url, right, undefined, {KEY_WORD: 'w1de-0pen'})).toMatchObject({
      outcome: 'pass',
    });
    const wrong = await look(url, right, undefined, {KEY_WORD: 'w1de-shut'});
    expect(wrong).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(/the passphrase does not open the key/),
    });
    expect(await look(url, opened)).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(/the key is locked: give its passphrase/),
    });
  });

  test('files of a client certificate that cannot be used are named', async () => {
    const url = `https://127.0.0.1:${await secureServer()}/`;
    const messageOf = async (more: string) => {
      const {outcome, message} = await look(url, more);
      expect(outcome).toBe('unknown');
      return message;
    };
    expect(await messageOf('cert: none.pem')).toMatch(/none\.pem: there is no such file/);
    expect(
      await messageOf(`cert: ${material(client)}, key: ${material(other, 'keyPath')}`),
    ).toMatch(/the key does not belong to the certificate/);
    await writeFile(path.join(folder.path, 'text.pem'), 'no certificate');
    expect(await messageOf('cert: text.pem')).toMatch(/no certificate and key in PEM form/);
  });

  test.skipIf(process.getuid?.() === 0)('a key that may not be read is told so', async () => {
    await copyFile(material(client, 'keyPath'), path.join(folder.path, 'kept.key'));
    await chmod(path.join(folder.path, 'kept.key'), 0o000);
    const own = `cert: ${material(client)}, key: kept.key`;
    expect(await look('https://127.0.0.1:1/', own)).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(/kept\.key: you may not read it: change its owner/),
    });
  });

  test('insecure looks all the same, and says so', async () => {
    const port = await secureServer();
    const result = await look(`https://127.0.0.1:${port}/`, 'insecure: true');
    expect(result).toMatchObject({
      outcome: 'pass',
      message: expect.stringMatching(
        /insecure: the certificate of 127\.0\.0\.1:\d+ was not verified \(\w+\), so this may be another server/,
      ),
    });
    const file = await folder.read(
      `checks: [{name: it, http: {url: 'https://127.0.0.1:${port}/', insecure: true}}]`,
    );
    expect(file.checks[0]?.action).toMatch(
      /without verifying the certificate, for inspection only/,
    );
  });

  test('the server is asked for by the header Host, and TLS follows it or server_name', async () => {
    const shop = await maker.issue('shop', {by: root, names: 'DNS:shop.example'});
    const port = await secureServer({
      SNICallback(name: string, done: (error: Error | null, context?: unknown) => void) {
        const issued = name === 'shop.example' ? shop : server;
        done(null, createSecureContext({cert: issued?.pem, key: issued?.key}));
      },
    });
    const url = `https://127.0.0.1:${port}/`;
    const ca = `ca: ${material(root)}`;
    const asked = (name: string, host: string) =>
      `{json: {$.name: ${name}, $.headers.host: '${host}'}}`;
    expect(
      await look(
        url,
        `${ca}, headers: {Host: shop.example}`,
        asked('shop.example', 'shop.example'),
      ),
    ).toMatchObject({outcome: 'pass'});
    expect(
      await look(
        url,
        `${ca}, server_name: shop.example`,
        asked('shop.example', `127.0.0.1:${port}`),
      ),
    ).toMatchObject({outcome: 'pass'});
    expect(
      await look(
        url,
        `${ca}, server_name: shop.example, headers: {host: pay.example}`,
        asked('shop.example', 'pay.example'),
      ),
    ).toMatchObject({outcome: 'pass'});
    // Led to the name that it was asked for, it stays at the address.
    const there = encodeURIComponent(`https://shop.example/there`);
    expect(
      await look(
        `${url}to?${there}`,
        `${ca}, headers: {Host: shop.example}`,
        '{json: {$.url: /there, $.headers.host: shop.example, $.name: shop.example}}'.replace(
          '/there',
          "'/there'",
        ),
      ),
    ).toMatchObject({outcome: 'pass'});
  });

  test('another server learns neither who asks nor as whom', async () => {
    const port = await secureServer({requestCert: true, rejectUnauthorized: false, ca: root?.pem});
    const far = await secureServer({requestCert: true, rejectUnauthorized: false, ca: root?.pem});
    const to = encodeURIComponent(`https://localhost:${far}/seen`);
    const secrets = {TOKEN: 't0ken-of-apex-7', KEY: 'k3y-of-apex-77'};
    const own = `ca: ${material(root)}, cert: ${material(client)}, key: ${material(client, 'keyPath')}`;
    const more = `${own}, bearer: '\${env.TOKEN}', headers: {x-api-key: '\${env.KEY}', cookie: a=b, x-plain: kept, host: pay.example}`;
    const expected = `{json: {$.url: '/seen', $.client: null, $.headers.authorization: null, "$.headers['x-api-key']": null, $.headers.cookie: null, "$.headers['x-plain']": kept, $.headers.host: 'localhost:${far}'}}`;
    // An absent key is not null: what is there is told whole.
    const {output} = await look(`https://127.0.0.1:${port}/to?${to}`, more, expected, secrets);
    const seen = JSON.parse(output?.text ?? '{}') as {client: unknown; headers: object};
    expect(seen).toMatchObject({url: '/seen', client: null, name: 'localhost'});
    expect(Object.keys(seen.headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
      'x-plain',
    ]);
    // At home all of it is there, also after a redirect.
    const home = await look(
      `https://127.0.0.1:${port}/to?%2Fhome`,
      more,
      `{json: {$.client: engineer, "$.headers['x-api-key']": '\${env.KEY}', $.headers.authorization: 'Bearer \${env.TOKEN}', $.headers.host: pay.example}}`,
      secrets,
    );
    expect(home).toMatchObject({outcome: 'pass'});
  });

  test('each hop is verified anew', async () => {
    const bad = await maker.issue('bad', {names: local});
    const far = await secureServer({cert: bad.pem, key: bad.key});
    const near = kept(await serveHttp(answering)).port;
    const to = encodeURIComponent(`https://127.0.0.1:${far}/`);
    expect(await look(`http://127.0.0.1:${near}/to?${to}`, `ca: ${material(root)}`)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/self-signed/),
    });
  });
});

describe('who asks', () => {
  test('by user and password, or a token, of the environment', async () => {
    const {port} = kept(await serveHttp(answering));
    const url = `http://127.0.0.1:${port}/`;
    const environment = {PW: 'pä:ss-w0rd', TOKEN: 't0ken-of-apex-7'};
    const basic = await look(
      url,
      `basic: {user: deploy, password: '\${env.PW}'}`,
      `{json: {$.headers.authorization: 'Basic ${Buffer.from('deploy:pä:ss-w0rd').toString('base64')}'}}`,
      environment,
    );
    const bearer = await look(
      url,
      `bearer: '\${env.TOKEN}'`,
      `{json: {$.headers.authorization: 'Bearer \${env.TOKEN}'}}`,
      environment,
    );
    expect([basic.outcome, bearer.outcome]).toEqual(['pass', 'pass']);
    expect(JSON.stringify([basic, bearer])).not.toMatch(/ss-w0rd|t0ken-of/);
    expect(JSON.stringify(basic)).not.toContain(
      Buffer.from('deploy:pä:ss-w0rd').toString('base64').slice(0, 12),
    );
  });

  test('what would be done names the variable and never the value', async () => {
    const file = await folder.read(
      `checks:
  - {name: a, http: {url: 'http://a.example/', bearer: '\${env.TOKEN}'}}
  - {name: b, http: {url: 'http://a.example/', basic: {user: deploy, password: '\${env.SHORT}'}}}`,
      {environment: {TOKEN: 't0ken-of-apex-7', SHORT: 'abc'}},
    );
    expect(file.checks.map(({action}) => action)).toEqual([
      'GET http://a.example/ with the bearer token ${env.TOKEN}',
      'GET http://a.example/ as deploy with the password …',
    ]);
  });

  test.each([
    [
      "bearer: 's3cret-literal'",
      /A token never stands in the file.*bearer: "\$\{env\.API_TOKEN\}"/,
    ],
    ['basic: {user: a, password: b}', /A password never stands in the file/],
    ['basic: "a:b"', /Write basic: \{user: deploy, password: "\$\{env\.API_PASSWORD\}"\}/],
    ['passphrase: x, cert: c.pem', /A passphrase never stands in the file/],
    ["proxy: 'http://a:b@proxy:3128'", /The password of a proxy never stands in the file/],
    ["proxy: 'socks5://proxy'", /by http or https here, not by socks5/],
    ['key: k.pem', /A key belongs to a "cert"/],
    ['insecure: true, ca: c.pem', /leave one of them out/],
    ["insecure: true, bearer: '${env.TOKEN}'", /With "insecure" nobody knows who gets this/],
    ['insecure: true, cert: c.pem', /With "insecure" nobody knows who gets this/],
    ["insecure: true, headers: {x-plain: '${env.TOKEN}'}", /"headers" holds a secret/],
    ['insecure: true, headers: {Cookie: a=b}', /"headers" holds a secret/],
    ["insecure: true, method: POST, body: {a: '${env.TOKEN}'}", /"body" holds a secret/],
    ["bearer: '${env.TOKEN}', headers: {Authorization: x}", /Who asks is said twice/],
    ["socket: /run/x, proxy: 'http://p:1'", /needs no proxy/],
    ["bearer: '${env.MISSING}'", /The environment has no variable "MISSING"/],
  ])('%s is a mistake in the file, and says what to write', async (more, words) => {
    const read = folder.read(
      `checks:\n  - name: it\n    http: {url: 'https://a.example/', ${more}}\n    expect: {status: 200}`,
      {environment: {TOKEN: 't0ken-of-apex-7'}},
    );
    await expect(read).rejects.toMatchObject({
      problems: [{message: expect.stringMatching(words)}],
    });
  });

  test.each([
    ['https://a.example/?key=${env.TOKEN}', /"url" holds a secret/],
    ['https://u:p@a.example/', /"url" holds a secret/],
    ['http://unix:/run/x.sock:/path', /Write a unix socket as \{url: "http:\/\/localhost\/path"/],
  ])('%s as well', async (url, words) => {
    const read = folder.read(
      `checks:\n  - name: it\n    http: {url: '${url}', insecure: true}\n    expect: {status: 200}`,
      {environment: {TOKEN: 't0ken-of-apex-7'}},
    );
    await expect(read).rejects.toMatchObject({
      problems: [{message: expect.stringMatching(words)}],
    });
  });
});

describe('a unix socket', () => {
  test('is asked whatever host the URL names', async () => {
    kept(await serveSocket(path.join(folder.path, 'api.sock'), answering));
    process.env['http_proxy'] = 'http://127.0.0.1:1';
    const result = await look(
      'http://localhost/v1?x=1',
      'socket: api.sock',
      "{json: {$.url: '/v1?x=1', $.headers.host: localhost}}",
    );
    expect(result).toMatchObject({outcome: 'pass'});
  });

  test('that is not there, or has nobody behind it, is told with what to do', async () => {
    expect(await look('http://localhost/', 'socket: none.sock')).toMatchObject({
      outcome: 'fail',
      message:
        'No answer from localhost: there is no such socket (ENOENT). Start what makes the socket, or correct the path.',
    });
    await writeFile(path.join(folder.path, 'stale.sock'), '');
    expect(await look('http://localhost/', 'socket: stale.sock')).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /\(ECONNREFUSED\)\. It was left behind: start what listens on it/,
      ),
    });
  });
});

describe('a proxy', () => {
  test('of the environment is asked for http and https, and said', async () => {
    const {port} = kept(await serveHttp(answering));
    const proxy = kept(await serveProxy('us:er-w0rd!'));
    const url = `http://127.0.0.1:${port}/`;
    process.env['HTTP_PROXY'] = `http://us:er-w0rd%21@127.0.0.1:${proxy.port}`;
    process.env['https_proxy'] = `127.0.0.1:${proxy.port}`;
    const plain = await look(url, '', "{json: {\"$.headers['x-by-proxy']\": 'yes'}}");
    expect(plain).toMatchObject({
      outcome: 'pass',
      remarks: [`through the proxy http://127.0.0.1:${proxy.port}`],
    });
    expect(JSON.stringify(plain)).not.toContain('er-w0rd');
    const refused = await look('https://pay.example/');
    expect(refused).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /^No answer from pay\.example: the proxy http:\/\/127\.0\.0\.1:\d+ wants to know who asks \(407\)\. Give user and password in its address/,
      ),
    });
    process.env['http_proxy'] = `127.0.0.1:${proxy.port}`;
    expect(await look(url)).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/wants to know who asks \(407\)/),
    });
    process.env['NO_PROXY'] = '.example, 127.0.0.0/8';
    const direct = await look(url);
    expect([direct.outcome, direct.remarks]).toEqual(['pass', undefined]);
    delete process.env['NO_PROXY'];
    const none = await look(url, 'proxy: none');
    expect([none.outcome, none.remarks]).toEqual(['pass', undefined]);
    const login = Buffer.from('us:er-w0rd!').toString('base64');
    expect(proxy.asked).toEqual([
      `GET ${url} Basic ${login}`,
      'CONNECT pay.example:443 -',
      `GET ${url} -`,
    ]);
  });

  test.skipIf(!hasOpenssl)('leads to https, which is verified to the server', async () => {
    const proxy = kept(await serveProxy());
    const port = await secureServer();
    const by = `proxy: 'http://127.0.0.1:${proxy.port}'`;
    const good = await look(`https://pay.example:${port}/`, `${by}, ca: ${material(root)}`);
    expect(good).toMatchObject({
      outcome: 'pass',
      message: expect.stringContaining(`through the proxy http://127.0.0.1:${proxy.port}`),
    });
    expect(await look(`https://pay.example:${port}/`, by)).toMatchObject({outcome: 'fail'});
    expect(
      await look(`https://shop.example:${port}/`, `${by}, ca: ${material(root)}`),
    ).toMatchObject({outcome: 'fail', message: expect.stringMatching(/not for shop\.example/)});
    expect(proxy.asked).toContain(`CONNECT pay.example:${port} -`);
  });

  test('is asked for a connection where the header Host would be lost', async () => {
    const proxy = kept(await serveProxy());
    const {port} = kept(await serveHttp(answering));
    const result = await look(
      `http://127.0.0.1:${port}/`,
      `proxy: '127.0.0.1:${proxy.port}', headers: {Host: shop.example}`,
      '{json: {$.headers.host: shop.example}}',
    );
    expect(result.outcome).toBe('pass');
    expect(proxy.asked).toEqual([`CONNECT 127.0.0.1:${port} -`]);
  });

  test('that is not there, refuses or talks nonsense is told with what to do', async () => {
    const port = await closedPort();
    const messageOf = async (proxy: number, url = 'https://pay.example/') =>
      (await look(url, `proxy: 'http://127.0.0.1:${proxy}'`)).message;
    const words = `the proxy http://127.0.0.1:${port} gave no way: connection refused: nothing listens there (ECONNREFUSED). Correct its address, or write "proxy: none" where none is needed.`;
    expect(await messageOf(port)).toContain(words);
    expect(await messageOf(port, 'http://pay.example/')).toContain(words);
    const answers = async (text: string) =>
      kept(
        await serveTcp((socket) => {
          socket.once('data', () => socket.end(text));
        }),
      ).port;
    expect(await messageOf(await answers('HTTP/1.1 403 No\r\n\r\n'))).toMatch(
      /does not let it through \(403\)\. Have it allow pay\.example/,
    );
    expect(await messageOf(await answers('HTTP/1.1 503 No\r\n\r\n'))).toMatch(
      /made no connection \(503\)/,
    );
    expect(await messageOf(await answers('220 mail ready\r\n'))).toMatch(/gave no way: .*not HTTP/);
    expect(await messageOf(await answers(''))).toMatch(/gave no way: the other side closed/);
    expect(await messageOf(await answers('HTTP/1.1 200 OK\r\n\r\nno TLS'))).toMatch(
      /does not speak TLS/,
    );
  });
});
