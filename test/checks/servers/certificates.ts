import {execFileSync} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

export interface CertificateOrder {
  /** Who signs, as `issue` gave it. Default: itself. */
  readonly by?: Issued | undefined;
  /** As OpenSSL writes them: `DNS:localhost,IP:127.0.0.1`. Default: none. */
  readonly names?: string | undefined;
  readonly isAuthority?: boolean | undefined;
  /** Default: from yesterday for 30 days. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly extra?: string | undefined;
}

export interface Issued {
  /** Files in PEM form. */
  readonly path: string;
  readonly keyPath: string;
  readonly pem: string;
  readonly key: string;
}

export interface CertificateMaker {
  readonly folder: string;
  readonly issue: (commonName: string, order?: CertificateOrder) => Promise<Issued>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

const day = 86_400_000;

export const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
})();

/** `20260131235959Z`, as `openssl ca` wants it. */
function asn1(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}

const settings = (folder: string) => `
[ca]
default_ca = own
[own]
database = ${folder}/index.txt
rand_serial = yes
new_certs_dir = ${folder}
default_md = sha256
unique_subject = no
policy = any
[any]
commonName = supplied
organizationName = optional
`;

/** Makes real certificates with `openssl`, of any name, authority and time. */
export async function createCertificateMaker(): Promise<CertificateMaker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'certificates-'));
  const config = path.join(folder, 'ca.cnf');
  await writeFile(config, settings(folder));
  await writeFile(path.join(folder, 'index.txt'), '');
  const openssl = (...words: readonly string[]) =>
    execFileSync('openssl', words, {stdio: 'pipe', cwd: folder});
  let count = 0;
  const request = (name: string) => {
    const [key, csr] = [path.join(folder, `${name}.key`), path.join(folder, `${name}.csr`)];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl('req', ...curve, '-subj', '/CN=x', '-keyout', key, '-out', csr);
    return {key, csr};
  };
  // Servers may share a key, authorities may not.
  const shared = request('shared');
  return {
    folder,
    async issue(commonName, {by, names, isAuthority = false, from, to, extra = ''} = {}) {
      count += 1;
      const file = (ending: string) => path.join(folder, `${count}.${ending}`);
      const pair = isAuthority ? request(`authority-${count}`) : shared;
      const extensions = [
        `basicConstraints = ${isAuthority ? 'critical,CA:TRUE' : 'CA:FALSE'}`,
        ...(names === undefined ? [] : [`subjectAltName = ${names}`]),
        extra,
      ];
      await writeFile(file('ext'), extensions.join('\n'));
      const subject = ['-subj', `/O=Apex Tests/CN=${commonName}`];
      const signer = by
        ? ['-cert', by.path, '-keyfile', by.keyPath]
        : ['-selfsign', '-keyfile', pair.key];
      const start = asn1(from ?? new Date(Date.now() - day));
      const end = asn1(to ?? new Date(Date.now() + 29.5 * day));
      const dates = ['-startdate', start, '-enddate', end];
      const inOut = ['-in', pair.csr, '-out', file('pem'), '-extfile', file('ext'), '-notext'];
      openssl('ca', '-batch', '-config', config, ...signer, ...inOut, ...dates, ...subject);
      const [pem, key] = [await readFile(file('pem'), 'utf8'), await readFile(pair.key, 'utf8')];
      return {path: file('pem'), keyPath: pair.key, pem, key};
    },
    [Symbol.asyncDispose]: async () => rm(folder, {recursive: true, force: true}),
  };
}
