import {createHash, X509Certificate} from 'node:crypto';
import path from 'node:path';
import {createSecureContext, getCACertificates, type SecureContext} from 'node:tls';
import {readMaterial} from './read-material.ts';

/** The authorities of files that a check names: they alone are trusted then. */
export interface Authorities {
  readonly certificates: readonly X509Certificate[];
  /** In PEM form, as `ca` of a TLS connection takes them. */
  readonly texts: readonly string[];
  /** As evidence, since another file would mean another thing: names and fingerprints of the files. */
  readonly shown: string;
}

const certificateText = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Reads the authorities' certificates in PEM files, or says in a sentence why there are none.
 * @param files as written in a checks file; relative ones start at `folder`
 */
export async function readAuthorities(
  files: readonly string[],
  folder: string,
): Promise<Authorities | string> {
  const texts: string[] = [];
  const marks: string[] = [];
  for (const file of files) {
    const place = path.resolve(folder, file);
    const read = await readMaterial(place);
    if (typeof read === 'string')
      return `The certificates of the authority cannot be read: ${read}`;
    const found = read.toString('latin1').match(certificateText) ?? [];
    if (found.length === 0)
      return `The file ${place} holds no certificate in PEM form: name the one of the authority.`;
    texts.push(...found);
    marks.push(`${file}, SHA-256 ${createHash('sha256').update(read).digest('hex').slice(0, 16)}…`);
  }
  try {
    const certificates = texts.map((text) => new X509Certificate(text));
    return {certificates, texts, shown: `only ${marks.join('; ')}`};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `A certificate in ${files.join(', ')} is damaged (${reason}): get the file anew.`;
  }
}

function systemTexts(): readonly string[] {
  try {
    return getCACertificates('system');
  } catch {
    // A keychain that is locked: what Node brings still counts.
    return [];
  }
}

let usualTexts: readonly string[] | undefined;

/**
 * The authorities that are trusted where a check names none, in PEM form: those that Node brings, those
 * of `NODE_EXTRA_CA_CERTS`, and those of the system's own store (`SSL_CERT_FILE`, `SSL_CERT_DIR`).
 */
export function usualAuthorities(): readonly string[] {
  usualTexts ??= [...new Set([...getCACertificates('default'), ...systemTexts()])];
  return usualTexts;
}

let usual: SecureContext | undefined;

/** What a TLS connection trusts where a check names no authority; made once, as it costs 0.1 s. */
export function usualTrust(): SecureContext {
  usual ??= createSecureContext({ca: [...usualAuthorities()]});
  return usual;
}

/** What a TLS connection trusts: what a check names, also a certificate below the root, or the usual. */
export function trustOf(authorities: Authorities | undefined): SecureContext {
  return authorities
    ? createSecureContext({ca: [...authorities.texts], allowPartialTrustChain: true})
    : usualTrust();
}
