import path from 'node:path';
import {createSecureContext, type SecureContext} from 'node:tls';
import {readMaterial} from './read-material.ts';
import {usualAuthorities, type Authorities} from './trust-store.ts';

export interface CertificateFiles {
  /** As written in a checks file; relative ones start at `folder`. */
  readonly cert: string;
  /** Absent: the key stands in the file of the certificate. */
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
}

const locked = new Set([
  'ERR_OSSL_BAD_DECRYPT',
  'ERR_OSSL_EVP_BAD_DECRYPT',
  'ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED',
  'ERR_MISSING_PASSPHRASE',
]);

function aboutLock(passphrase: string | undefined): string {
  return passphrase === undefined
    ? 'the key is locked: give its passphrase as passphrase: "${env.KEY_PASSPHRASE}"'
    : 'the passphrase does not open the key: correct it in the environment';
}

/** What OpenSSL's codes say of a certificate and its key, with what to do. */
const meanings: Readonly<Record<string, string>> = {
  ERR_OSSL_X509_KEY_VALUES_MISMATCH:
    'the key does not belong to the certificate: name the key that the certificate was made for',
  ERR_OSSL_PEM_NO_START_LINE: 'there is no certificate and key in PEM form: convert them',
  ERR_OSSL_UNSUPPORTED: 'there is no key in PEM form, or one of an unknown sort: convert it',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A TLS context with a client's certificate, or in a sentence why there is none and what to do. */
export async function clientContext(
  {cert, key = cert, passphrase}: CertificateFiles,
  authorities: Authorities | undefined,
  folder: string,
): Promise<SecureContext | string> {
  const certificate = await readMaterial(path.resolve(folder, cert));
  if (typeof certificate === 'string')
    return `The certificate of the client cannot be read: ${certificate}`;
  const ownKey = await readMaterial(path.resolve(folder, key));
  if (typeof ownKey === 'string')
    return `The key of the client's certificate cannot be read: ${ownKey}`;
  try {
    return createSecureContext({
      cert: certificate,
      key: ownKey,
      ...(passphrase === undefined ? {} : {passphrase}),
      ca: [...(authorities?.texts ?? usualAuthorities())],
      allowPartialTrustChain: authorities !== undefined,
    });
  } catch (error) {
    const code = codeOf(error);
    const message = error instanceof Error ? error.message : String(error);
    const known = Object.hasOwn(meanings, code) ? meanings[code] : message;
    const reason = locked.has(code) ? aboutLock(passphrase) : known;
    return `The certificate of the client, ${cert} with the key ${key}, cannot be used: ${reason}${code === '' ? '' : ` (${code})`}.`;
  }
}
