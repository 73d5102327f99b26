import {execFile} from 'node:child_process';
import {chmod, writeFile} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import path from 'node:path';
import {createSecureContext, type TLSSocket} from 'node:tls';
import {promisify} from 'node:util';
import {afterEach, expect, test} from 'vitest';
import {stringify} from 'yaml';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {createCertificateMaker} from '../checks/servers/certificates.ts';
import {closedPort, serveHttp} from '../checks/servers/http-servers.ts';
import {serveHttps, serveProxy, serveSocket} from '../checks/servers/https-servers.ts';
import {agreed, exported, has, lacks, runScript, scriptOf} from './scripts.ts';

const secrets = {
  REACH_TOKEN: 't0ken-of-apex-7',
  REACH_PW: 'w1de "0pen" \\ 7',
  REACH_KEY: 'k3y-77-apex',
};

afterEach(() => {
  for (const name of [...Object.keys(secrets), 'HTTP_PROXY', 'https_proxy', 'NO_PROXY'])
    delete process.env[name];
});

function answering(request: IncomingMessage, response: ServerResponse): void {
  const to = /^\/to\?(?<url>.*)$/.exec(request.url ?? '')?.groups?.['url'];
  if (to !== undefined) {
    response.writeHead(302, {location: decodeURIComponent(to)}).end();
    return;
  }
  const socket = request.socket as TLSSocket;
  const client = socket.encrypted ? socket.getPeerCertificate().subject?.CN : undefined;
  const {url, headers} = request;
  const name = socket.encrypted ? socket.servername : undefined;
  response.end(
    JSON.stringify({url, headers, who: headers.authorization, name, client: client ?? 'nobody'}),
  );
}

test.skipIf(lacks('curl', 'jq', 'openssl'))(
  'a server is reached by an exported script as by the engine',
  async () => {
    await using folder = await createChecksFolder();
    await using maker = await createCertificateMaker();
    const local = 'DNS:localhost,IP:127.0.0.1';
    const root = await maker.issue('Root', {isAuthority: true});
    const other = await maker.issue('Other', {isAuthority: true});
    const own = await maker.issue('pay', {by: root, names: local});
    const shop = await maker.issue('shop', {by: root, names: 'DNS:shop.example'});
    const client = await maker.issue('engineer', {by: root});
    await folder.write('c:a.pem', client.pem);
    await folder.write('root.pem', root.pem);
    const secure = await serveHttps(
      {
        cert: own.pem,
        key: own.key,
        requestCert: true,
        rejectUnauthorized: false,
        ca: root.pem,
        SNICallback(name, done) {
          const {pem, key} = name === 'shop.example' ? shop : own;
          done(null, createSecureContext({cert: pem, key, ca: root.pem}));
        },
      },
      answering,
    );
    const plain = await serveHttp(answering);
    const proxy = await serveProxy('deploy:w1de');
    const open = await serveProxy();
    const socket = await serveSocket(path.join(folder.path, 'api.sock'), answering);
    Object.assign(process.env, secrets);
    const [https, http] = [`https://localhost:${secure.port}`, `http://127.0.0.1:${plain.port}`];
    const is = (paths: Readonly<Record<string, unknown>>) => ({json: paths});
    const ca = 'root.pem';
    const cert = {cert: 'c:a.pem', key: client.keyPath};
    const away = encodeURIComponent(`${http}/away`);
    const all: readonly (readonly [string, object, object?])[] = [
      ['authority', {url: `${https}/`, ca}],
      ['two authorities', {url: `${https}/`, ca: [other.path, ca]}],
      ['no such authority', {url: `${https}/`, ca: 'none.pem'}],
      ['no such second one', {url: `${https}/`, ca: [ca, 'none.pem']}],
      ['another authority', {url: `${https}/`, ca: other.path}],
      ['usual authorities', {url: `${https}/`}],
      ['insecure', {url: `${https}/`, insecure: true}],
      ['client', {url: `${https}/`, ca, ...cert}, is({'$.client': 'engineer'})],
      [
        'client led on',
        {url: `${https}/to?${away}`, ca, ...cert, redirects: 'manual'},
        {status: 302},
      ],
      ['no client', {url: `${https}/`, ca, cert: 'none.pem'}],
      ['other key', {url: `${https}/`, ca, cert: 'c:a.pem', key: other.keyPath}],
      [
        'vhost',
        {url: `${https}/`, ca, headers: {Host: 'shop.example'}},
        is({'$.name': 'shop.example', '$.headers.host': 'shop.example'}),
      ],
      [
        'vhost led to itself',
        {
          url: `${https}/to?${encodeURIComponent('https://shop.example/x')}`,
          ca,
          headers: {Host: 'shop.example'},
        },
        is({'$.name': 'shop.example', '$.url': '/x'}),
      ],
      [
        'name for TLS',
        {url: `${https}/`, ca, server_name: 'shop.example', redirects: 'manual'},
        is({'$.name': 'shop.example', '$.headers.host': `localhost:${secure.port}`}),
      ],
      [
        'basic',
        {url: `${http}/`, basic: {user: 'deploy', password: '${env.REACH_PW}'}},
        is({'$.who': '/^Basic /'}),
      ],
      [
        'bearer',
        {url: `${http}/`, bearer: '${env.REACH_TOKEN}'},
        is({'$.who': 'Bearer ${env.REACH_TOKEN}'}),
      ],
      [
        'key in a header',
        {url: `${http}/`, headers: {'x-api-key': '${env.REACH_KEY}'}},
        is({"$.headers['x-api-key']": '${env.REACH_KEY}'}),
      ],
      ['socket', {url: 'http://localhost/v1', socket: 'api.sock'}, is({'$.url': '/v1'})],
      ['no socket', {url: 'http://localhost/v1', socket: 'none.sock'}],
      [
        'by a proxy',
        {url: `${http}/`, proxy: `127.0.0.1:${open.port}`},
        is({"$.headers['x-by-proxy']": 'yes'}),
      ],
      ['TLS by a proxy', {url: `${https}/`, ca, proxy: `http://127.0.0.1:${open.port}`}],
      ['proxy refuses', {url: `${https}/`, ca, proxy: `http://127.0.0.1:${proxy.port}`}],
      ['no proxy there', {url: `${http}/`, proxy: `http://127.0.0.1:${await closedPort()}`}],
      [
        'no proxy wanted',
        {url: `${http}/`, proxy: 'none'},
        is({"$.headers['x-by-proxy']": {any: [null, {not: 'yes'}]}}),
      ],
    ];
    const checks = all.map(([name, spec, expect]) => ({
      name,
      http: spec,
      timeout: '10s',
      ...(expect ? {expect} : {}),
    }));
    await folder.write('handoff.yaml', stringify({checks}));
    let script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    for (const secret of Object.values(secrets)) expect(script.text).not.toContain(secret);
    expect(await agreed(folder, script, 'as it is')).toEqual({
      ...Object.fromEntries(all.map(([name]) => [name, 'pass'])),
      'no such authority': 'unknown',
      'no such second one': 'unknown',
      'another authority': 'fail',
      'usual authorities': 'fail',
      'no client': 'unknown',
      'other key': 'unknown',
      'no socket': 'fail',
      'proxy refuses': 'fail',
      'no proxy there': 'fail',
    });
    // The proxy of the environment, in capitals as well, and who needs none.
    // Whether a key fits is looked at by curl only once there is a connection.
    const others = checks.filter(({name}) => name !== 'other key');
    await folder.write('handoff.yaml', stringify({checks: others}));
    script = await scriptOf(folder);
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${open.port}`;
    process.env['https_proxy'] = `http://127.0.0.1:${await closedPort()}`;
    const before = open.asked.length;
    expect(await agreed(folder, script, 'by proxies')).toMatchObject({
      authority: 'fail',
      bearer: 'pass',
      socket: 'pass',
      'no proxy wanted': 'pass',
    });
    expect(open.asked.length).toBeGreaterThan(before + 4);
    process.env['NO_PROXY'] = 'localhost,127.0.0.0/8';
    expect(await agreed(folder, script, 'by no proxy')).toMatchObject({authority: 'pass'});
    await Promise.all([secure, plain, proxy, open, socket].map(async (one) => one.close()));
  },
);

test.skipIf(lacks('curl', 'jq', 'openssl'))(
  'no exported script takes a key or a certificate along to where it is led',
  async () => {
    await using folder = await createChecksFolder();
    const seen: (string | undefined)[] = [];
    const far = await serveHttp((request, response) => {
      seen.push(request.headers['x-api-key'] as string | undefined);
      response.end('far');
    });
    const near = await serveHttp((request, response) => {
      if (request.url === '/stays') response.end('near');
      else response.writeHead(302, {location: `http://127.0.0.1:${far.port}/`}).end();
    });
    Object.assign(process.env, secrets);
    const check = (name: string, place: string) => ({
      name,
      http: {
        url: `http://127.0.0.1:${near.port}/${place}`,
        headers: {'x-api-key': '${env.REACH_KEY}'},
      },
    });
    await folder.write(
      'handoff.yaml',
      stringify({checks: [check('led on', 'goes'), check('stays', 'stays')]}),
    );
    const script = await scriptOf(folder);
    seen.length = 0;
    const {stdout, stderr} = await runScript(script.path, 'sh', folder.path);
    expect(stdout).toMatch(/UNKNOWN +led on/);
    expect(stdout).toMatch(/takes no client certificate and no key along/);
    expect(stdout).toMatch(/PASS +stays/);
    expect([stderr, seen]).toEqual(['', []]);
    await Promise.all([near.close(), far.close()]);
  },
);

test.skipIf(lacks('openssl') || !has('goss'))(
  'goss reaches a server in the same way, or it is said what it cannot',
  async () => {
    await using folder = await createChecksFolder();
    await using maker = await createCertificateMaker();
    const root = await maker.issue('Root', {isAuthority: true});
    const own = await maker.issue('pay', {by: root, names: 'DNS:localhost'});
    const client = await maker.issue('engineer', {by: root});
    await writeFile(path.join(folder.path, 'root.pem'), root.pem);
    const secure = await serveHttps(
      {cert: own.pem, key: own.key, requestCert: true, ca: root.pem},
      (request, response) => response.end(request.headers.authorization ?? 'nobody'),
    );
    Object.assign(process.env, secrets);
    const url = `https://localhost:${secure.port}/`;
    const usual = {
      url,
      ca: 'root.pem',
      cert: client.path,
      key: client.keyPath,
      redirects: 'manual',
    };
    const checks = [
      {
        name: 'client',
        http: {...usual, bearer: '${env.REACH_TOKEN}'},
        expect: {status: 200, body: {contains: 'Bearer t'}},
      },
      {name: 'followed', http: {...usual, redirects: 'follow'}},
      {name: 'named', http: {...usual, server_name: 'shop.example'}},
      {name: 'socket', http: {url: 'http://localhost/', socket: 'api.sock'}},
      {name: 'direct', http: {...usual, proxy: 'none'}},
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const {files, leftOut} = await exported(folder, 'goss');
    expect(leftOut.map(({name}) => name)).toEqual(['followed', 'named', 'socket', 'direct']);
    expect(leftOut.map(({reason}) => reason).join('\n')).toMatch(
      /only the server that is asked may learn who asks[^]*a server name[^]*a unix socket[^]*no proxy/,
    );
    const file = await folder.write('goss.yaml', files[0]?.text ?? '');
    await chmod(file, 0o600);
    const words = ['-g', file, 'validate', '--no-color'];
    const {stdout} = await promisify(execFile)('goss', words);
    expect(stdout).toMatch(/Count: 2, Failed: 0/);
    await secure.close();
  },
);
