import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
  createCertificateMaker,
  hasOpenssl,
  type CertificateMaker,
  type Issued,
} from '../servers/certificates.ts';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {closedPort, serveTcp, serveTls, type RunningServer} from '../servers/http-servers.ts';

const local = 'DNS:localhost,IP:127.0.0.1';
const past = new Date('2021-03-04T05:06:07Z');
const future = new Date('2120-01-01T00:00:00Z');

let folder: ChecksFolder;
let maker: CertificateMaker;
let root: Issued;
const servers: RunningServer[] = [];

async function serve({pem, key}: Issued, ...chain: readonly Issued[]): Promise<number> {
  const server = await serveTls({cert: [pem, ...chain.map((one) => one.pem)].join(''), key});
  servers.push(server);
  return server.port;
}

const map = (port: number, more = '') => `tls: {host: 127.0.0.1, port: ${port}${more}}`;
const trusting = ({path}: Issued, name = 'localhost') => `, server_name: ${name}, ca: ${path}`;

beforeAll(async () => {
  folder = await createChecksFolder();
  if (hasOpenssl) {
    maker = await createCertificateMaker();
    root = await maker.issue('Apex Root', {isAuthority: true});
  }
});

afterAll(async () => {
  await Promise.all(servers.map(async (server) => server.close()));
  if (hasOpenssl) await maker[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

describe.skipIf(!hasOpenssl)('a certificate is judged (needs openssl)', () => {
  test('a good one of an own authority passes, with its summary as evidence', async () => {
    const port = await serve(await maker.issue('pay', {by: root, names: local}));
    const result = await folder.check(`
${map(port, trusting(root))}
expect:
  days_left: {at_least: 29, below: 30}
  name_matches: true
  trusted: true
  protocol: TLSv1.3
  subject: /CN=pay/
  issuer: {contains: Apex Root}
  names: {contains: localhost}
  expires: /^20.*Z$/
warn: {days_left: {at_least: 14}}`);
    expect(result).toMatchObject({outcome: 'pass', target: `127.0.0.1:${port}`});
    expect(result.output?.text).toContain('issuer: CN=Apex Root, O=Apex Tests\n');
    expect(result.output?.text).toContain('names: localhost, 127.0.0.1\n');
    expect(result.output?.text).toContain('problems: none\n');
  });

  test('an expired one fails although the rest is good', async () => {
    const port = await serve(
      await maker.issue('old', {by: root, names: local, from: new Date(0), to: past}),
    );
    const result = await folder.check(
      `${map(port, trusting(root))}\nexpect: {trusted: true, name_matches: true}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'valid: expected true, was false (expired since 2021-03-04T05:06:07Z: renew it)',
    });
  });

  test('one for another name fails and tells whose it is', async () => {
    const port = await serve(
      await maker.issue('other', {by: root, names: 'DNS:a.example,DNS:*.b.example'}),
    );
    const wrong = await folder.check(`${map(port, trusting(root))}\nexpect: {trusted: true}`);
    const right = await folder.check(
      `${map(port, trusting(root, 'x.b.example'))}\nexpect: {trusted: true}`,
    );
    expect(wrong).toMatchObject({
      outcome: 'fail',
      message:
        'valid: expected true, was false (name mismatch: the certificate is for a.example, *.b.example, not for localhost: issue it for that name or correct server_name)',
    });
    expect(right.outcome).toBe('pass');
  });

  test('a self-signed one fails, and passes where it is itself trusted', async () => {
    const own = await maker.issue('localhost', {names: local});
    const port = await serve(own);
    const distrusted = await folder.check(`tls: 127.0.0.1:${port}\nexpect: {name_matches: true}`);
    const trusted = await folder.check(`${map(port, trusting(own))}\nexpect: {trusted: true}`);
    expect(distrusted).toMatchObject({
      outcome: 'fail',
      message: 'valid: expected true, was false (self-signed: name it as ca)',
    });
    expect(trusted.outcome).toBe('pass');
  });

  test('one with several faults tells all of them', async () => {
    const port = await serve(
      await maker.issue('both', {names: 'DNS:a.example', from: new Date(0), to: past}),
    );
    const result = await folder.check(`tls: 127.0.0.1:${port}\nexpect: {trusted: true}`);
    expect(result.message).toBe(
      'valid: expected true, was false (expired since 2021-03-04T05:06:07Z: renew it; name mismatch: the certificate is for a.example, not for 127.0.0.1: issue it for that name or correct server_name; self-signed: name it as ca) (and 1 more)',
    );
  });

  test.each<[name: string, reason: RegExp, make: () => Promise<number>]>([
    [
      'not valid yet',
      /\(not valid before 2119-/,
      async () =>
        serve(
          await maker.issue('early', {
            by: root,
            names: local,
            from: new Date(future.getTime() - 86_400_000),
            to: future,
          }),
        ),
    ],
    [
      'without alternative names',
      /no alternative names, and its subject \(CN=localhost, O=Apex Tests\) alone does not count/,
      async () => serve(await maker.issue('localhost', {by: root})),
    ],
    [
      'of an unknown authority',
      /\(unknown authority: CN=Elsewhere, O=Apex Tests is not trusted here; name its certificate as ca\)/,
      async () => {
        const elsewhere = await maker.issue('Elsewhere', {isAuthority: true});
        return serve(await maker.issue('x', {by: elsewhere, names: local}), elsewhere);
      },
    ],
    [
      'of an unknown authority, and expired',
      /\(expired since 2021-03-04T05:06:07Z: renew it; unknown authority: CN=Elsewhere, O=Apex Tests/,
      async () => {
        const elsewhere = await maker.issue('Elsewhere', {isAuthority: true});
        const order = {by: elsewhere, names: local, from: new Date(0), to: past};
        return serve(await maker.issue('x', order));
      },
    ],
    [
      'without its intermediate',
      /\(unknown authority or incomplete chain: the certificate of CN=Between, O=Apex Tests was not sent/,
      async () => {
        const between = await maker.issue('Between', {by: root, isAuthority: true});
        return serve(await maker.issue('x', {by: between, names: local}));
      },
    ],
    [
      'without its intermediate, of which it tells the place',
      /\(incomplete chain: the certificate of CN=Between, O=Apex Tests was not sent/,
      async () => {
        const between = await maker.issue('Between', {by: root, isAuthority: true});
        const extra = 'authorityInfoAccess = caIssuers;URI:http://ca.example/between.cer';
        return serve(await maker.issue('x', {by: between, names: local, extra}));
      },
    ],
    [
      'with an expired intermediate',
      /\(in its chain, CN=Between, O=Apex Tests is expired since 2021-03-04T05:06:07Z; replace it by its new one\)/,
      async () => {
        const order = {by: root, isAuthority: true, from: new Date(0), to: past};
        const between = await maker.issue('Between', order);
        return serve(await maker.issue('x', {by: between, names: local}), between);
      },
    ],
    [
      'signed by something that is no authority',
      /was false \((?:unknown authority|the chain is not accepted)/,
      async () => {
        const leaf = await maker.issue('Leaf', {by: root, names: 'DNS:evil.example'});
        return serve(await maker.issue('x', {by: leaf, names: local}), leaf);
      },
    ],
    [
      'signed by something that is no authority, and expired',
      /\(expired since 2021-03-04T05:06:07Z: renew it; unknown authority/,
      async () => {
        const leaf = await maker.issue('Leaf', {by: root, names: 'DNS:evil.example'});
        const order = {by: leaf, names: local, from: new Date(0), to: past};
        return serve(await maker.issue('x', order), leaf);
      },
    ],
  ])('one %s fails with the reason', async (_name, reason, make) => {
    const port = await make();
    const result = await folder.check(
      `${map(port, trusting(root))}\nexpect: {days_left: {above: -100000}}`,
    );
    expect(result).toMatchObject({outcome: 'fail', message: expect.stringMatching(reason)});
  });

  test('a whole chain with an intermediate passes', async () => {
    const between = await maker.issue('Between', {by: root, isAuthority: true});
    const port = await serve(await maker.issue('x', {by: between, names: local}), between);
    const result = await folder.check(`${map(port, trusting(root))}\nexpect: {valid: true}`);
    expect(result.outcome).toBe('pass');
    expect(result.output?.text).toContain('CN=x, O=Apex Tests < CN=Between, O=Apex Tests');
  });

  test('days left warn before they fail', async () => {
    const port = await serve(await maker.issue('soon', {by: root, names: local}));
    const result = await folder.check(
      `${map(port, trusting(root))}\nexpect: {days_left: {at_least: 14}}\nwarn: {days_left: {at_least: 30}}`,
    );
    expect(result).toMatchObject({
      outcome: 'warn',
      message: 'days_left: expected at least 30, was 29.4',
    });
  });

  test('an address is matched as an address', async () => {
    const port = await serve(await maker.issue('x', {by: root, names: local}));
    const result = await folder.check(
      `${map(port, `, ca: ${root.path}`)}\nexpect: {names: [127.0.0.1, LOCALHOST]}`,
    );
    expect(result.outcome).toBe('pass');
  });

  test('nothing is sent over the connection', async () => {
    const {pem, key} = await maker.issue('x', {by: root, names: local});
    const server = await serveTls({cert: pem, key});
    const result = await folder.check(`${map(server.port, trusting(root))}\nexpect: {valid: true}`);
    await server.close();
    expect([result.outcome, server.received()]).toEqual(['pass', 0]);
  });

  test('an older protocol is told', async () => {
    const {pem, key} = await maker.issue('x', {by: root, names: local});
    const server = await serveTls({cert: pem, key, maxVersion: 'TLSv1.2'});
    servers.push(server);
    const result = await folder.check(
      `${map(server.port, trusting(root))}\nexpect: {protocol: tlsv1.3}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'protocol: expected "TLSv1.3", was "TLSv1.2"',
    });
  });

  test('a server that speaks only outdated versions fails with that reason', async () => {
    const {pem, key} = await maker.issue('x', {by: root, names: local});
    const server = await serveTls({
      cert: pem,
      key,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    servers.push(server);
    const result = await folder.check(`${map(server.port)}\nexpect: {valid: true}`);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /speaks only versions of TLS that are not safe any more .*Have the server speak TLS 1\.2 or 1\.3/,
      ),
    });
  });
});

describe('without a connection', () => {
  test('a closed port fails', async () => {
    const port = await closedPort();
    const result = await folder.check(`tls: 127.0.0.1:${port}\nexpect: {valid: false}`);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: `No TLS connection to 127.0.0.1:${port}: connection refused: nothing listens there (ECONNREFUSED). Start the server, or correct the port.`,
    });
  });

  test.each([
    ['answers otherwise', '220 hello\r\n', /the other side does not speak TLS/],
    [
      'hangs up',
      '',
      /the other side broke the connection .*\. If it begins in plain text, say starttls/,
    ],
  ])('a server that %s fails', async (_name, answer, reason) => {
    const server = await serveTcp((socket) => socket.end(answer));
    servers.push(server);
    const result = await folder.check(`tls: 127.0.0.1:${server.port}\nexpect: {valid: true}`);
    expect(result).toMatchObject({outcome: 'fail', message: expect.stringMatching(reason)});
  });

  test('a silent server fails when time is up', async () => {
    const server = await serveTcp(() => undefined);
    servers.push(server);
    const result = await folder.check(
      `tls: 127.0.0.1:${server.port}\nexpect: {valid: true}\ntimeout: 200ms`,
    );
    expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 200 ms.'});
  });

  test('a name that does not exist fails', async () => {
    const result = await folder.check('tls: a..b:443\nexpect: {valid: true}');
    expect(result).toMatchObject({
      outcome: 'fail',
      message:
        'No TLS connection to a..b:443: the name was not found (ENOTFOUND). Correct the host.',
    });
  });

  test.each([
    ['missing', 'none.pem', /cannot be read: .*none\.pem: there is no such file/],
    ['without a certificate', 'empty.pem', /empty\.pem holds no certificate in PEM form/],
  ])('a file of authorities %s leaves it unknown', async (_name, name, reason) => {
    await folder.write('empty.pem', 'nothing');
    const result = await folder.check(
      `tls: {host: 127.0.0.1, port: 1, ca: ${name}}\nexpect: {valid: true}`,
    );
    expect(result).toMatchObject({outcome: 'unknown', message: expect.stringMatching(reason)});
  });
});

describe('a mistake is told with its place', () => {
  const good = 'expect: {valid: true}';

  test.each([
    [
      'no port',
      'tls: pay.example.com',
      good,
      '3:10 | Write host:port, such as pay.example.com:443.',
    ],
    [
      'misspelt key',
      'tls: {host: h, port: 1, servername: x}',
      good,
      '3:29 | Unknown key "servername". | server_name',
    ],
    [
      'misspelt subject',
      'tls: h:1',
      'expect: {day_left: 1}',
      '4:14 | A tls check has no "day_left" to look at. It has: valid, days_left, expires, name_matches, trusted, protocol, subject, issuer, names. | days_left',
    ],
    [
      'unknown protocol',
      'tls: h:1',
      'expect: {protocol: TLS1.2}',
      '4:24 | "protocol" is one of: TLSv1.2, TLSv1.3. | TLSv1.2',
    ],
    [
      'unit on days',
      'tls: h:1',
      'expect: {days_left: {at_least: 14d}}',
      '4:36 | "days_left" is a plain number: leave out the unit.',
    ],
    [
      'pattern for a list',
      'tls: h:1',
      'expect: {names: /x/}',
      '4:21 | "names" is a list. Say {any: /…/} or {all: /…/} of its entries.',
    ],
  ])('%s', async (_name, line, claims, problem) => {
    expect(await problemsOf(folder, line, claims)).toEqual([problem]);
  });

  test('and a good check tells what it would do', async () => {
    const line = 'tls: {host: "::1", port: 443, server_name: pay.example.com, ca: own.pem}';
    expect(await actionOf(folder, line, good)).toBe(
      '[::1]:443 | connect to [::1]:443 as pay.example.com and look at the certificate, trusting only own.pem',
    );
  });
});
