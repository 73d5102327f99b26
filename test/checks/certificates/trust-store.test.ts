import {execFile} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {CheckRun} from '../../../source/checks/check-result.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {
  createCertificateMaker,
  hasOpenssl,
  type CertificateMaker,
  type Issued,
} from '../servers/certificates.ts';
import {serveTls, type RunningServer} from '../servers/http-servers.ts';

const printRun = fileURLToPath(new URL('../print-run.ts', import.meta.url));

describe.skipIf(!hasOpenssl)('what is trusted (needs openssl)', () => {
  let folder: ChecksFolder;
  let maker: CertificateMaker;
  let [ofSystem, unknown]: Issued[] = [];
  const servers: RunningServer[] = [];

  async function portOf(by: Issued | undefined): Promise<number> {
    const {pem, key} = await maker.issue('pay', {by, names: 'IP:127.0.0.1'});
    const server = await serveTls({cert: pem, key});
    servers.push(server);
    return server.port;
  }

  beforeAll(async () => {
    folder = await createChecksFolder();
    maker = await createCertificateMaker();
    ofSystem = await maker.issue('Authority of the system', {isAuthority: true});
    unknown = await maker.issue('Unknown authority', {isAuthority: true});
  });

  afterAll(async () => {
    await Promise.all(servers.map(async (server) => server.close()));
    await maker[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  test('the store of the system counts, and nobody else', async () => {
    const file = await folder.write(
      'handoff.yaml',
      `checks:
  - {name: known, tls: '127.0.0.1:${await portOf(ofSystem)}'}
  - {name: foreign, tls: '127.0.0.1:${await portOf(unknown)}'}`,
    );
    // OpenSSL's own name for the file of the system's authorities, which is looked at once.
    const env = {...process.env, SSL_CERT_FILE: ofSystem?.path};
    const {stdout} = await promisify(execFile)(process.execPath, [printRun, file], {env});
    const [known, foreign] = (JSON.parse(stdout) as CheckRun).results;
    expect(known).toMatchObject({outcome: 'pass'});
    expect(known?.output?.text).toContain('trusts: the authorities of Node and of this system\n');
    expect(foreign).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/CN=Unknown authority.* is not trusted here/),
    });
  });

  test('a file of authorities counts alone, and its fingerprint is evidence', async () => {
    const port = await portOf(ofSystem);
    const look = async (ca: string) =>
      folder.check(`tls: {host: 127.0.0.1, port: ${port}, ca: ${ca}}`);
    const right = await look(ofSystem?.path ?? '');
    const other = await look(unknown?.path ?? '');
    expect([right.outcome, other.outcome]).toEqual(['pass', 'fail']);
    expect(right.output?.text).toMatch(/trusts: only .*\.pem, SHA-256 [\da-f]{16}…\n/);
  });

  test('what is no file of certificates is said, and what to do', async () => {
    const nothing = Buffer.from('none').toString('base64');
    await folder.write(
      'damaged.pem',
      `-----BEGIN CERTIFICATE-----\n${nothing}\n-----END CERTIFICATE-----\n`,
    );
    await folder.write('empty.pem', '');
    const messageOf = async (ca: string) => {
      const {outcome, message} = await folder.check(`tls: {host: 127.0.0.1, port: 1, ca: ${ca}}`);
      expect(outcome).toBe('unknown');
      return message;
    };
    expect(await messageOf('none.pem')).toMatch(/none\.pem: there is no such file: correct/);
    expect(await messageOf('.')).toMatch(/it is a folder: name a file/);
    expect(await messageOf('/dev/zero')).toMatch(/it is no file of certificates/);
    expect(await messageOf('empty.pem')).toMatch(/holds no certificate in PEM form/);
    expect(await messageOf('damaged.pem')).toMatch(/is damaged .*get the file anew/);
  });
});
