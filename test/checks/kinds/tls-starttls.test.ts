import {Buffer} from 'node:buffer';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {
  createCertificateMaker,
  hasOpenssl,
  type CertificateMaker,
  type Issued,
} from '../servers/certificates.ts';
import {serveTcp, type RunningServer} from '../servers/http-servers.ts';
import {hasPostgres, servePostgres} from '../servers/postgres-server.ts';
import {
  goodScripts,
  ldapResponse,
  mysqlGreeting,
  serveStartTls,
  type Script,
} from '../servers/starttls-servers.ts';

let folder: ChecksFolder;
let maker: CertificateMaker;
let root: Issued;
let own: Issued;
const servers: RunningServer[] = [];

const map = (port: number, protocol: string) =>
  `tls: {host: 127.0.0.1, port: ${port}, starttls: ${protocol}, ca: ${root.path}}`;

beforeAll(async () => {
  folder = await createChecksFolder();
  if (!hasOpenssl) return;
  maker = await createCertificateMaker();
  root = await maker.issue('Apex Root', {isAuthority: true});
  own = await maker.issue('mail', {by: root, names: 'IP:127.0.0.1'});
});

afterAll(async () => {
  await Promise.all(servers.map(async (server) => server.close()));
  if (hasOpenssl) await maker[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

describe.skipIf(!hasOpenssl)('a server that begins in plain text (needs openssl)', () => {
  test.each(Object.entries(goodScripts))('%s shows its certificate', async (protocol, script) => {
    const server = await serveStartTls(script, own);
    servers.push(server);
    const result = await folder.check(
      `${map(server.port, protocol)}\nexpect: {days_left: {at_least: 29}, issuer: /Apex Root/}`,
    );
    expect(result).toMatchObject({outcome: 'pass'});
    expect(result.output?.text).toContain('protocol: TLSv1.3');
    expect(server.heard()).not.toBe('');
    expect(server.afterwards()).toBe(0);
  });

  test('is told apart from one that speaks TLS at once', async () => {
    const server = await serveStartTls(goodScripts['smtp'] ?? {answer: () => undefined}, own);
    servers.push(server);
    const result = await folder.check(`tls: 127.0.0.1:${server.port}`);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /does not speak TLS \(ERR_SSL_\w+\)\. If it begins in plain text, say starttls: smtp,/,
      ),
    });
  });

  test.each<[what: string, protocol: string, script: Script, reason: RegExp]>([
    [
      'SMTP without STARTTLS',
      'smtp',
      {greeting: '220 x\r\n', answer: () => ({say: '250-x\r\n250 SIZE 1\r\n'})},
      /does not offer TLS \(no STARTTLS\): turn it on there\.$/,
    ],
    [
      'SMTP that is full',
      'smtp',
      {greeting: '421 4.7.0 too many\r\n', answer: () => undefined},
      /refuses to begin TLS with "421 4\.7\.0 too many": see to its certificate and its log\.$/,
    ],
    [
      'SMTP whose certificate is broken',
      'smtp',
      {
        greeting: '220 x\r\n',
        answer: (said) => ({
          say: String(said).startsWith('EHLO') ? '250 STARTTLS\r\n' : '454 4.3.0 not available\r\n',
        }),
      },
      /refuses to begin TLS with "454 4\.3\.0 not available"/,
    ],
    [
      'IMAP that refuses',
      'imap',
      {greeting: '* OK x\r\n', answer: () => ({say: 'a1 NO TLS is off\r\n'})},
      /refuses to begin TLS with "a1 NO TLS is off"/,
    ],
    [
      'POP3 that refuses',
      'pop3',
      {greeting: '+OK x\r\n', answer: () => ({say: '-ERR unknown\r\n'})},
      /refuses to begin TLS with "-ERR unknown"/,
    ],
    [
      'FTP that refuses',
      'ftp',
      {greeting: '220 x\r\n', answer: () => ({say: '502 no\r\n'})},
      /refuses to begin TLS with "502 no"/,
    ],
    [
      'LDAP that refuses',
      'ldap',
      {answer: () => ({say: ldapResponse(52, 'TLS is off')})},
      /refuses to begin TLS with "result 52, TLS is off"/,
    ],
    [
      'PostgreSQL without TLS',
      'postgres',
      {answer: () => ({say: 'N'})},
      /does not offer TLS \(PostgreSQL answers N; its setting is ssl\)/,
    ],
    [
      'PostgreSQL with an error',
      'postgres',
      {answer: () => ({say: 'E\0\0\0\u0020SFATAL\0C53300\0Mtoo many clients\0\0'})},
      /refuses to begin TLS with "too many clients"/,
    ],
    [
      'MySQL without TLS',
      'mysql',
      {greeting: mysqlGreeting(0xf7ff), answer: () => undefined},
      /does not offer TLS \(MySQL without SSL\)/,
    ],
    [
      'MySQL that is full',
      'mysql',
      {
        greeting: Buffer.concat([
          Buffer.from([23, 0, 0, 0, 0xff, 0x10, 0x04]),
          Buffer.from('Too many connections'),
        ]),
        answer: () => undefined,
      },
      /refuses to begin TLS with "Too many connections"/,
    ],
    [
      'XMPP without TLS',
      'xmpp',
      {answer: () => ({say: '<stream:stream><stream:features></stream:features>'})},
      /does not offer TLS \(no starttls in its features\)/,
    ],
  ])('%s fails with cause and remedy', async (_what, protocol, script, reason) => {
    const server = await serveStartTls(script, own);
    servers.push(server);
    const result = await folder.check(map(server.port, protocol));
    expect(result).toMatchObject({outcome: 'fail', message: expect.stringMatching(reason)});
  });

  test.each(['smtp', 'imap', 'pop3', 'ftp', 'ldap', 'postgres', 'mysql'])(
    '%s where a web server listens fails with that',
    async (protocol) => {
      const server = await serveTcp((socket) => {
        socket.write('HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n');
      });
      servers.push(server);
      const result = await folder.check(`${map(server.port, protocol)}\ntimeout: 2s`);
      expect(result).toMatchObject({
        outcome: 'fail',
        message: expect.stringMatching(/: correct the port or starttls\.$|within 2 s\.$/),
      });
    },
  );

  test('a server that slips in words before TLS is not trusted', async () => {
    const script = {answer: () => ({say: 'S and more', tls: false})};
    const server = await serveStartTls(script, own);
    servers.push(server);
    const result = await folder.check(map(server.port, 'postgres'));
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/it says more in plain text after it agreed to TLS/),
    });
  });

  test('one that closes fails', async () => {
    const server = await serveTcp((socket) => socket.end('220-wait\r\n'));
    servers.push(server);
    const result = await folder.check(map(server.port, 'smtp'));
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /it closed the connection before TLS began: correct the port or starttls, or see its log\.$/,
      ),
    });
  });

  test.each(Object.keys(goodScripts))(
    'a gigabyte of greeting is not read: %s',
    async (protocol) => {
      const block = Buffer.alloc(64 * 1024, protocol === 'smtp' ? '220-x\r\n' : '+OK x* OK x');
      let sent = 0;
      const server = await serveTcp((socket) => {
        const pour = () => {
          while (sent < 2 ** 30 && !socket.destroyed) {
            sent += block.length;
            if (!socket.write(block)) {
              socket.once('drain', pour);
              return;
            }
          }
        };
        pour();
      });
      servers.push(server);
      const result = await folder.check(map(server.port, protocol));
      expect(result.outcome).toBe('fail');
      expect(result.message).toMatch(/: correct the port or starttls\.$/);
      expect(sent).toBeLessThan(2 ** 27);
    },
  );

  test.each(['silent', 'dripping'])('a %s one fails when time is up', async (how) => {
    const timers = new Set<NodeJS.Timeout>();
    const server = await serveTcp((socket) => {
      if (how === 'dripping') timers.add(setInterval(() => socket.write('2'), 20));
    });
    servers.push(server);
    const result = await folder.check(`${map(server.port, 'smtp')}\ntimeout: 300ms`);
    for (const timer of timers) clearInterval(timer);
    expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 300 ms.'});
  });

  test('one that stops in the middle of the handshake fails when time is up', async () => {
    const server = await serveStartTls({answer: () => ({say: 'S'})}, own);
    servers.push(server);
    const result = await folder.check(`${map(server.port, 'postgres')}\ntimeout: 300ms`);
    expect(result.outcome).toBe('fail');
  });
});

test.skipIf(!hasOpenssl || !hasPostgres)(
  'a real PostgreSQL shows its certificate (needs PostgreSQL)',
  async () => {
    const server = await servePostgres(own);
    servers.push(server);
    const result = await folder.check(
      `${map(server.port, 'postgres')}\nexpect: {protocol: TLSv1.3, names: [127.0.0.1]}`,
    );
    expect(result).toMatchObject({outcome: 'pass'});
  },
  60_000,
);

describe('a mistake is told with its place', () => {
  test.each([
    [
      'another protocol',
      'tls: {host: h, port: 25, starttls: smpt}',
      '3:40 | "starttls" is one of: smtp, imap, pop3, ftp, ldap, postgres, mysql, xmpp. | smtp',
    ],
    [
      'no port',
      'tls: {host: h, starttls: smtp}',
      '3:10 | A server has a host and a port. Say both, or name a file with a certificate.',
    ],
    [
      'a file and a server',
      'tls: {file: a.pem, host: h, port: 1}',
      '3:10 | A certificate is in a file or shown by a server: say file, or host and port.',
    ],
  ])('%s', async (_name, line, problem) => {
    expect(await problemsOf(folder, line)).toEqual([problem]);
  });

  test('and a good check tells what it would do', async () => {
    const line = 'tls: {host: mail, port: 25, starttls: smtp}';
    expect(await actionOf(folder, line)).toBe(
      'mail:25 | connect to mail:25, ask it in smtp to begin TLS and look at the certificate',
    );
  });
});
