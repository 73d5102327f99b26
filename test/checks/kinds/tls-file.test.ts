import {execFileSync} from 'node:child_process';
import {X509Certificate} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {actionOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {
  createCertificateMaker,
  hasOpenssl,
  type CertificateMaker,
  type CertificateOrder,
  type Issued,
} from '../servers/certificates.ts';

let folder: ChecksFolder;
let maker: CertificateMaker;
let root: Issued;
let between: Issued;

beforeAll(async () => {
  folder = await createChecksFolder();
  if (!hasOpenssl) return;
  maker = await createCertificateMaker();
  root = await maker.issue('Apex Root', {isAuthority: true});
  between = await maker.issue('Between', {by: root, isAuthority: true});
  await folder.write('root.pem', root.pem);
});

afterAll(async () => {
  if (hasOpenssl) await maker[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const leaf = async (order: CertificateOrder = {}) =>
  maker.issue('pay', {by: between, names: 'DNS:pay.example.com', ...order});

const trusting = 'tls: {file: cert.pem, ca: root.pem}';

describe.skipIf(!hasOpenssl)('a certificate in a file (needs openssl)', () => {
  test('with its chain passes, and the name counts once it is said', async () => {
    await folder.write('cert.pem', (await leaf()).pem + between.pem);
    const result = await folder.check(
      'tls: {file: cert.pem, ca: root.pem, server_name: pay.example.com}\nexpect: {days_left: {at_least: 29}, name_matches: true, trusted: true, issuer: /Between/}',
    );
    expect(result).toMatchObject({outcome: 'pass', target: 'cert.pem'});
    expect(result.output?.text).toContain('chain: CN=pay, O=Apex Tests < CN=Between, O=Apex Tests');
    const wrong = await folder.check('tls: {file: cert.pem, ca: root.pem, server_name: a.example}');
    expect(wrong).toMatchObject({
      outcome: 'fail',
      message: expect.stringContaining('is for pay.example.com, not for a.example'),
    });
  });

  test('in DER is one without a chain', async () => {
    const {pem} = await maker.issue('der', {by: root, names: 'DNS:a.example'});
    await folder.write('cert.der', new X509Certificate(pem).raw);
    const result = await folder.check(
      'tls: {file: cert.der, ca: root.pem}\nexpect: {subject: /CN=der/}',
    );
    expect(result).toMatchObject({outcome: 'pass'});
  });

  test('with a key beside it leaves no part of the key in evidence', async () => {
    const {pem, key} = await maker.issue('both', {by: root, names: 'DNS:a.example'});
    await folder.write('cert.pem', key + pem);
    const result = await folder.check(trusting);
    const kept = JSON.stringify(result);
    expect(result.outcome).toBe('pass');
    expect(kept).not.toContain('PRIVATE');
    const body = key.split('\n').filter((line) => /^[\w+/=]{20,}$/.test(line));
    expect(body.length).toBeGreaterThan(1);
    expect(body.filter((line) => kept.includes(line))).toEqual([]);
  });

  test.each<[what: string, content: () => Promise<string>, reason: string]>([
    [
      'expired',
      async () =>
        (await leaf({from: new Date(0), to: new Date('2021-03-04T05:06:07Z')})).pem + between.pem,
      '(expired since 2021-03-04T05:06:07Z: renew it)',
    ],
    [
      'without its intermediate',
      async () => (await leaf()).pem,
      '(unknown authority or incomplete chain: the certificate of CN=Between, O=Apex Tests is not in the file and is not trusted here; put it behind the others, or name it as ca)',
    ],
    [
      'in the wrong order',
      async () => between.pem + (await leaf()).pem,
      '(wrong order: the file begins with an authority, and what it issued has to come first)',
    ],
    [
      'self-signed',
      async () => (await maker.issue('self', {names: 'DNS:a.example'})).pem,
      '(self-signed: name it as ca)',
    ],
    [
      'of an authority of its own',
      async () => {
        const other = await maker.issue('Elsewhere', {isAuthority: true});
        return (await maker.issue('x', {by: other, names: 'DNS:a.example'})).pem + other.pem;
      },
      '(unknown authority: CN=Elsewhere, O=Apex Tests is not trusted here; name its certificate as ca)',
    ],
    [
      'with an intermediate that is out of date',
      async () => {
        const old = await maker.issue('Old', {
          by: root,
          isAuthority: true,
          from: new Date(0),
          to: new Date('2021-03-04T05:06:07Z'),
        });
        return (await maker.issue('x', {by: old, names: 'DNS:a.example'})).pem + old.pem;
      },
      '(in its chain, CN=Old, O=Apex Tests is expired since 2021-03-04T05:06:07Z; replace it by its new one)',
    ],
    [
      'signed by what may not sign',
      async () => {
        const evil = await maker.issue('Evil', {by: root, names: 'DNS:evil.example'});
        return (await maker.issue('x', {by: evil, names: 'DNS:a.example'})).pem + evil.pem;
      },
      '(broken chain: CN=Evil, O=Apex Tests may not issue certificates)',
    ],
  ])('%s fails with cause and remedy', async (_what, content, reason) => {
    await folder.write('cert.pem', await content());
    const result = await folder.check(trusting);
    expect(result.outcome).toBe('fail');
    expect(result.message).toContain(reason);
  });

  test('trusted by itself passes', async () => {
    await folder.write('cert.pem', (await maker.issue('self', {names: 'DNS:a.example'})).pem);
    const result = await folder.check('tls: {file: cert.pem, ca: cert.pem}');
    expect(result.outcome).toBe('pass');
  });

  test.each(['name_matches: {not: false}', 'protocol: {not: TLSv1.2}'])(
    'has nothing to say about a connection: %s',
    async (claim) => {
      await folder.write('cert.pem', (await leaf()).pem + between.pem);
      const result = await folder.check(`${trusting}\nexpect: {${claim}}`);
      expect(result).toMatchObject({
        outcome: 'unknown',
        message: expect.stringMatching(/was not known: (?:no server_name says|a file has no conn)/),
      });
    },
  );

  test('of another form is told with the command that helps', async () => {
    const {path: pem, keyPath} = await maker.issue('x', {by: root, names: 'DNS:a.example'});
    const store = path.join(folder.path, 'store.p12');
    const words = ['-export', '-in', pem, '-inkey', keyPath, '-passout', 'pass:x', '-out', store];
    execFileSync('openssl', ['pkcs12', ...words], {stdio: 'pipe'});
    const bundle = path.join(folder.path, 'cert.p7b');
    execFileSync('openssl', ['crl2pkcs7', '-nocrl', '-certfile', pem, '-out', bundle]);
    await folder.write('only.key', await readFile(keyPath));
    await folder.write('nothing.pem', 'nothing');
    await folder.write('empty.pem', '');
    await folder.write('torn.pem', (await readFile(pem, 'utf8')).replace(/M[\w+/]{40}/, 'broken'));
    const said: Record<string, string> = {};
    for (const name of [
      'store.p12',
      'cert.p7b',
      'only.key',
      'nothing.pem',
      'empty.pem',
      'torn.pem',
    ]) {
      const {outcome, message} = await folder.check(`tls: {file: ${name}}`);
      said[name] = `${outcome}: ${message}`;
    }
    expect(said).toEqual({
      'store.p12':
        'fail: There is no certificate to look at in store.p12: it is a PKCS#12 store; take the certificate out with openssl pkcs12 -in store.p12 -nokeys -out cert.pem, and name that file.',
      'cert.p7b':
        'fail: There is no certificate to look at in cert.p7b: it is PKCS#7; take the certificate out with openssl pkcs7 -in cert.p7b -print_certs -out cert.pem, and name that file.',
      'only.key':
        'fail: There is no certificate to look at in only.key: a private key is in it; name the file of the certificate.',
      'nothing.pem':
        'fail: There is no certificate to look at in nothing.pem: it is neither PEM nor DER; name the file of the certificate.',
      'empty.pem':
        'fail: There is no certificate to look at in empty.pem: it is empty; get the certificate anew.',
      'torn.pem':
        'fail: There is no certificate to look at in torn.pem: one in it is damaged; get the file anew.',
    });
  });
});

test('a file that is not there fails, one that is none is unknown', async () => {
  const absent = await folder.check('tls: {file: none.pem}');
  expect(absent).toMatchObject({outcome: 'fail', message: 'There is no none.pem.'});
  const device = await folder.check('tls: {file: /dev/zero}');
  expect(device).toMatchObject({
    outcome: 'unknown',
    message: expect.stringContaining('/dev/zero: it is no file of certificates'),
  });
});

test('and a good check tells what it would do', async () => {
  const line = 'tls: {file: /etc/ssl/pay.pem, server_name: pay.example.com, ca: own.pem}';
  expect(await actionOf(folder, line)).toBe(
    '/etc/ssl/pay.pem | look at the certificate in /etc/ssl/pay.pem as pay.example.com, trusting only own.pem',
  );
});
