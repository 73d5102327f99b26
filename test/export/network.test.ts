import {X509Certificate} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createCertificateMaker} from '../checks/servers/certificates.ts';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {serveDns} from '../checks/servers/dns-server.ts';
import {closedPort, serveHttp, serveTcp, serveTls} from '../checks/servers/http-servers.ts';
import {goodScripts, serveStartTls} from '../checks/servers/starttls-servers.ts';
import {isFull} from '../harness/amount.ts';
import {agreed, scriptOf, shells, lacks} from './scripts.ts';

test.skipIf(lacks('curl', 'jq'))(
  'http',
  async () => {
    await using folder = await createChecksFolder();
    let isBroken = false;
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === '/moved') {
        response.writeHead(302, {location: '/ok', 'x-step': 'first'}).end();
        return;
      }
      if (request.url === '/cut') {
        response.writeHead(200, {'content-length': '100'});
        response.write('half', () => response.destroy());
        return;
      }
      let sent = '';
      request.on('data', (chunk) => {
        sent += String(chunk);
      });
      request.on('end', () => {
        response.setHeader('x-multi', ['a', 'b']);
        response.setHeader('x-agent', request.headers['user-agent'] ?? '');
        response.setHeader('content-type', isBroken ? 'text/html' : 'application/json');
        response.writeHead(isBroken ? 503 : 200);
        response.end(
          JSON.stringify({
            status: isBroken ? 'down' : 'ok',
            method: request.method,
            type: request.headers['content-type'] ?? null,
            thing: request.headers['x-thing'] ?? null,
            sent,
          }),
        );
      });
    };
    const server = await serveHttp(answer);
    const base = `http://127.0.0.1:${server.port}`;
    const closed = `http://127.0.0.1:${await closedPort()}`;
    const check = (name: string, http: unknown, expect: unknown, warn?: unknown) => ({
      name,
      http,
      timeout: '5s',
      ...(expect ? {expect} : {}),
      ...(warn ? {warn} : {}),
    });
    const checks = [
      check('alone', `${base}/ok`, {status: {below: 400}}),
      check('status', `${base}/ok`, {status: {one_of: [200, 204]}}),
      check('json', `${base}/ok`, {json: {'$.status': 'ok'}}),
      check('body', `${base}/ok`, {body: {not: /down/.toString()}}),
      check('type', `${base}/ok`, {header: {'Content-Type': '/json/'}}),
      check('several', `${base}/ok`, {header: {'x-multi': 'a, b', 'x-none': null}}),
      check('none', `${base}/ok`, {header: {'x-none': 'x'}}),
      check('warns', `${base}/ok`, {status: {above: 0}}, {status: 200, json: {'$.status': 'ok'}}),
      check('latency', `${base}/ok`, {latency: {below: '1h'}}),
      check('too slow', `${base}/ok`, {latency: {below: '0.001ms'}}),
      check('followed', `${base}/moved`, {status: 200, header: {'x-step': null}}),
      check('not followed', {url: `${base}/moved`, redirects: 'manual'}, {status: 302}),
      check('cut', `${base}/cut`, {status: 200}),
      check('refused', `${closed}/`, {status: 200}),
      check('no name', 'http://no.such.host.invalid/', {status: 200}),
      check('head', {url: `${base}/ok`, method: 'HEAD'}, {status: 200, body: ''}),
      check(
        'post',
        {url: `${base}/ok`, body: {a: 'it\'s "x" \\ \n'}},
        {
          json: {
            '$.method': 'POST',
            '$.type': 'application/json',
            '$.sent': {contains: String.raw`\n`},
          },
        },
      ),
      check(
        'plain post',
        {url: `${base}/ok`, body: '@/etc/passwd'},
        {
          json: {'$.sent': '@/etc/passwd', '$.type': '/^text.plain/'},
        },
      ),
      check(
        'empty post',
        {url: `${base}/ok`, method: 'POST'},
        {json: {'$.method': 'POST', '$.sent': ''}},
      ),
      check(
        'put',
        {url: `${base}/ok`, method: 'PUT', body: 'x', headers: {'x-thing': 'a "b" $c'}},
        {
          json: {'$.method': 'PUT', '$.thing': 'a "b" $c'},
        },
      ),
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    const good = await agreed(folder, script, 'good');
    expect(
      Object.entries(good)
        .filter(([, outcome]) => outcome !== 'pass')
        .map(([one]) => one),
    ).toEqual(['none', 'too slow', 'cut', 'refused', 'no name']);
    isBroken = true;
    const broken = await agreed(folder, script, 'broken');
    expect(broken).toMatchObject({status: 'fail', warns: 'warn', type: 'fail', json: 'fail'});
    await server.close();
    const gone = await agreed(folder, script, 'gone');
    expect(new Set(Object.values(gone))).toEqual(new Set(['fail']));
  },
  120_000,
);

test.skipIf(lacks('bash'))(
  'tcp',
  async () => {
    await using folder = await createChecksFolder();
    let banner = '220 mail ready\r\n';
    const greeter = await serveTcp((socket) => socket.write(banner));
    const echo = await serveTcp((socket) => {
      socket.on('data', (data) => socket.end(`you said ${String(data)}`));
    });
    const silent = await serveTcp(() => undefined);
    const at = (port: number) => `127.0.0.1:${port}`;
    const checks = [
      {name: 'open', tcp: at(silent.port), expect: {connect: true}, warn: {latency: {below: '1h'}}},
      {name: 'closed', tcp: at(await closedPort()), expect: {connect: true}},
      {name: 'closed on purpose', tcp: at(await closedPort()), expect: {connect: false}},
      {name: 'no name', tcp: 'no.such.host.invalid:80', expect: {connect: true}},
      {name: 'banner', tcp: at(greeter.port), expect: {banner: '/^220 .*ready/'}},
      {
        name: 'answer',
        tcp: {host: '127.0.0.1', port: echo.port, send: 'PING $x\n'},
        expect: {banner: {contains: 'said PING $x'}},
      },
      {name: 'mute', tcp: at(silent.port), timeout: '1s', expect: {banner: {contains: 'x'}}},
      {name: 'no banner there', tcp: at(await closedPort()), expect: {banner: {contains: 'x'}}},
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    expect(await agreed(folder, script, 'good')).toMatchObject({
      open: 'pass',
      banner: 'pass',
      answer: 'pass',
      mute: 'fail',
    });
    banner = '554 go away\r\n';
    await silent.close();
    expect(await agreed(folder, script, 'broken')).toMatchObject({
      open: 'fail',
      banner: 'fail',
    });
    await Promise.all([greeter.close(), echo.close()]);
  },
  120_000,
);

test.skipIf(lacks('openssl'))(
  'tls',
  async () => {
    await using folder = await createChecksFolder();
    await using maker = await createCertificateMaker();
    const day = 86_400_000;
    const authority = await maker.issue('Authority', {isAuthority: true});
    const issue = (names: string, to?: Date) => maker.issue('pay', {by: authority, names, to});
    const certificates = {
      good: await issue('DNS:localhost,DNS:*.pay.example,IP:127.0.0.1'),
      expired: await issue('DNS:localhost', new Date(Date.now() - day / 2)),
      elsewhere: await issue('DNS:other.example'),
      self: await maker.issue('localhost', {names: 'DNS:localhost'}),
      nameless: await maker.issue('localhost', {by: authority}),
    };
    const plain = await serveTcp((socket) => socket.end('no TLS here\r\n'));
    const servers = await Promise.all(
      Object.entries(certificates).map(async ([kind, {pem, key}]) => ({
        kind,
        server: await serveTls({cert: pem, key}),
      })),
    );
    const subjects: Readonly<Record<string, unknown>> = {
      valid: true,
      trusted: true,
      name_matches: true,
      days_left: {at_least: 14},
      protocol: 'TLSv1.3',
      subject: 'CN=pay, O=Apex Tests',
      issuer: '/CN=Authority/',
      expires: '/^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$/',
      names: {contains: 'LOCALHOST'},
    };
    // Who is named differs in these alone.
    const isToldApart = (kind: string, subject: string) =>
      !/^(?:protocol|subject|issuer|names)$/.test(subject) || /^(?:good|self|nameless)$/.test(kind);
    const told = (kind: string) =>
      Object.entries(subjects).filter(([subject]) => isToldApart(kind, subject));
    const checks = servers.flatMap(({kind, server}) => [
      ...told(kind).map(([subject, wanted]) => ({
        name: `${kind} ${subject}`,
        tls: {host: 'localhost', port: server.port, ca: authority.path},
        // That it is valid is expected unless something is said of it.
        expect: {valid: {one_of: [true, false]}, [subject]: wanted},
      })),
      {
        name: `${kind} by system`,
        tls: {host: '127.0.0.1', port: server.port, server_name: 'a.pay.example'},
        expect: {valid: false, trusted: false},
        warn: {name_matches: true},
      },
      {
        name: `${kind} as address`,
        tls: {host: '127.0.0.1', port: server.port, ca: authority.path},
        expect: {valid: true},
      },
    ]);
    const all = [
      ...checks.filter(({name}) => name.startsWith('good ')),
      {name: 'no TLS', tls: `127.0.0.1:${plain.port}`, expect: {valid: true}},
      {
        name: 'no authority',
        tls: {host: 'localhost', port: plain.port, ca: 'none.pem'},
        expect: {valid: true},
      },
    ];
    await folder.write('handoff.yaml', stringify({checks: all}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    expect(await agreed(folder, script, 'a good certificate')).toMatchObject({
      'good valid': 'pass',
      'good names': 'pass',
      'good issuer': 'pass',
      'no TLS': 'fail',
      'no authority': 'unknown',
    });
    const others = checks.filter(({name}) => !name.startsWith('good '));
    await folder.write('handoff.yaml', stringify({checks: others}));
    const second = await scriptOf(folder);
    expect(second.exported.leftOut).toEqual([]);
    // What judges is openssl, whichever the shell is.
    const tried = isFull ? shells : shells.slice(-1);
    expect(await agreed(folder, second, 'other certificates', tried)).toMatchObject({
      'expired valid': 'fail',
      'expired trusted': 'pass',
      'elsewhere name_matches': 'fail',
      'self trusted': 'fail',
      'nameless name_matches': 'fail',
    });
    await Promise.all([plain.close(), ...servers.map(({server}) => server.close())]);
  },
  240_000,
);

test.skipIf(lacks('openssl'))(
  'tls in a file, and of a server that begins in plain text',
  async () => {
    await using folder = await createChecksFolder();
    await using maker = await createCertificateMaker();
    const day = 86_400_000;
    const authority = await maker.issue('Authority', {isAuthority: true});
    const between = await maker.issue('Between', {by: authority, isAuthority: true});
    const issue = (to?: Date) =>
      maker.issue('pay', {by: between, names: 'DNS:pay.example,IP:127.0.0.1', to});
    const good = await issue();
    const expired = await issue(new Date(Date.now() - day / 2));
    const self = await maker.issue('self', {names: 'DNS:pay.example'});
    await folder.write('ca.pem', authority.pem);
    await folder.write('good.pem', good.key + good.pem + between.pem);
    await folder.write('good.der', new X509Certificate(good.pem).raw);
    await folder.write('short.pem', good.pem);
    await folder.write('turned.pem', between.pem + good.pem);
    await folder.write('expired.pem', expired.pem + between.pem);
    await folder.write('self.pem', self.pem);
    await folder.write('key.pem', good.key);
    const file = (name: string, about: object, expected?: unknown) => ({
      name,
      tls: {file: `${name.split(' ')[0]}`, ca: 'ca.pem', ...about},
      ...(expected === undefined ? {} : {expect: expected}),
    });
    const server_name = 'pay.example';
    const open = {valid: {one_of: [true, false]}};
    const start = await Promise.all(
      Object.entries(goodScripts).map(async ([protocol, script]) => {
        const server = await serveStartTls(script, {
          pem: good.pem + between.pem,
          key: good.key,
        });
        const at = {host: '127.0.0.1', port: server.port, starttls: protocol};
        return {server, check: {name: `${protocol} starts`, tls: {...at, ca: 'ca.pem'}}};
      }),
    );
    const refusing = await serveStartTls(
      {greeting: '220 x\r\n', answer: () => ({say: '250-x\r\n250 SIZE 1\r\n'})},
      good,
    );
    const checks = [
      file('good.pem', {}),
      file('good.pem named', {server_name}, {name_matches: true, days_left: {at_least: 14}}),
      file('good.pem misnamed', {server_name: 'other.example'}),
      file('good.pem told', {}, {issuer: /Between/.toString(), names: {contains: '127.0.0.1'}}),
      file('good.pem unnamed', {}, {name_matches: {not: false}}),
      file('good.pem without a connection', {}, {protocol: {not: 'TLSv1.2'}}),
      file('good.pem without a connection, and old', {}, {protocol: 'TLSv1.3', days_left: 400}),
      file('good.der', {}, {...open, subject: /CN=pay/.toString(), trusted: false}),
      file('short.pem', {}),
      file('turned.pem', {}),
      file('expired.pem', {}),
      file('expired.pem trusted', {}, {...open, trusted: true}),
      file('self.pem', {}),
      file('self.pem own', {ca: 'self.pem'}),
      file('key.pem', {}),
      file('none.pem', {}),
      ...start.map(({check}) => check),
      {name: 'refused', tls: {host: '127.0.0.1', port: refusing.port, starttls: 'smtp'}},
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    expect(await agreed(folder, script, 'all')).toEqual({
      'good.pem': 'pass',
      'good.pem named': 'pass',
      'good.pem misnamed': 'fail',
      'good.pem told': 'pass',
      'good.pem unnamed': 'unknown',
      'good.pem without a connection': 'unknown',
      'good.pem without a connection, and old': 'fail',
      'good.der': 'pass',
      'short.pem': 'fail',
      'turned.pem': 'fail',
      'expired.pem': 'fail',
      'expired.pem trusted': 'pass',
      'self.pem': 'fail',
      'self.pem own': 'pass',
      'key.pem': 'fail',
      'none.pem': 'fail',
      ...Object.fromEntries(start.map(({check}) => [check.name, 'pass'])),
      refused: 'fail',
    });
    await Promise.all([refusing, ...start.map(({server}) => server)].map((one) => one.close()));
  },
  120_000,
);

test.skipIf(lacks('dig'))(
  'dns',
  async () => {
    await using folder = await createChecksFolder();
    const zone: Record<string, readonly string[] | number> = {
      'A pay.example': ['10.0.0.1', '10.0.0.2'],
      'AAAA pay.example': ['2001:db8:0:0:0:0:0:1'],
      'CNAME www.pay.example': ['pay.example'],
      'MX pay.example': ['10 mail.pay.example'],
      'TXT pay.example': ['v=spf1 "x" -all'],
      'NS pay.example': ['ns.pay.example'],
      'A broken.example': 2,
      'A refused.example': 5,
    };
    const server = await serveDns(zone);
    const mute = await serveDns();
    const at = `127.0.0.1:${server.port}`;
    const dns = (one: string, type = 'A', from = at) => ({name: one, type, server: from});
    const checks = [
      {name: 'A', dns: dns('pay.example'), expect: {answers: ['10.0.0.2', '10.0.0.1'], count: 2}},
      {name: 'part', dns: dns('PAY.example'), expect: {answers: {contains: '10.0.0.1'}}},
      {name: 'each', dns: dns('pay.example'), expect: {answers: {all: '/^10[.]/'}}},
      {name: 'some', dns: dns('pay.example'), expect: {answers: {any: '10.0.0.2'}}},
      {name: 'AAAA', dns: dns('pay.example', 'AAAA'), expect: {answers: ['2001:0DB8::0001']}},
      {name: 'CNAME', dns: dns('www.pay.example', 'CNAME'), expect: {answers: ['Pay.Example.']}},
      {name: 'MX', dns: dns('pay.example', 'MX'), expect: {answers: ['10 mail.pay.example']}},
      {
        name: 'TXT',
        dns: dns('pay.example', 'TXT'),
        expect: {answers: {contains: 'v=spf1 "x" -all'}},
      },
      {name: 'NS', dns: dns('pay.example', 'NS'), expect: {answers: {any: '/^NS[.]/'}}},
      {name: 'nothing', dns: dns('none.example'), expect: {resolves: true}},
      {name: 'nothing wanted', dns: dns('none.example'), expect: {resolves: false, answers: []}},
      {name: 'SERVFAIL', dns: dns('broken.example'), expect: {resolves: true}},
      {name: 'REFUSED', dns: dns('refused.example'), expect: {resolves: false}},
      {
        name: 'mute',
        timeout: '1s',
        dns: dns('pay.example', 'A', `127.0.0.1:${mute.port}`),
        expect: {resolves: true},
      },
      {
        name: 'fast',
        dns: dns('pay.example'),
        expect: {resolves: true},
        warn: {latency: {below: '1h'}},
      },
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    expect(await agreed(folder, script, 'good')).toMatchObject({
      A: 'pass',
      AAAA: 'pass',
      TXT: 'pass',
      mute: 'fail',
      SERVFAIL: 'fail',
      'nothing wanted': 'pass',
    });
    zone['A pay.example'] = ['10.0.0.1', '192.168.0.1'];
    delete zone['MX pay.example'];
    expect(await agreed(folder, script, 'changed')).toMatchObject({
      A: 'fail',
      part: 'pass',
      each: 'fail',
      some: 'fail',
      MX: 'fail',
    });
    await Promise.all([server.close(), mute.close()]);
  },
  120_000,
);
