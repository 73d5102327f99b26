import {Buffer} from 'node:buffer';
import {X509Certificate} from 'node:crypto';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import {readMaterial} from '../../certificates/read-material.ts';
import type {Authorities} from '../../certificates/trust-store.ts';
import {isAbsence} from '../file/file-errors.ts';
import type {Measurement} from '../kind.ts';
import {untilAborted} from '../until-aborted.ts';
import {problemOfChain} from './certificate-trust.ts';
import {measuredCertificate} from './tls-measurement.ts';
import {certificateName, type CertificateFileSpec} from './tls-spec.ts';

const pemBlock = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END [A-Z0-9 ]+-----/g;

/** What else people keep certificates in, and how to come to them. */
function otherForm(content: Buffer, file: string): string {
  const text = content.toString('latin1');
  const how = (command: string) => `take the certificate out with ${command}, and name that file`;
  // A sequence that begins with the version 3; RFC 7292, section 4.
  if (content[0] === 0x30 && content.subarray(2, 9).includes(Buffer.from([2, 1, 3])))
    return `it is a PKCS#12 store; ${how(`openssl pkcs12 -in ${file} -nokeys -out cert.pem`)}`;
  if (text.startsWith('\u00FE\u00ED\u00FE\u00ED'))
    return `it is a Java key store; ${how(`keytool -exportcert -rfc -keystore ${file}`)}`;
  if (text.includes('-----BEGIN PKCS7-----'))
    return `it is PKCS#7; ${how(`openssl pkcs7 -in ${file} -print_certs -out cert.pem`)}`;
  if (/-----BEGIN (?:\w+ )*PRIVATE KEY-----/.test(text))
    return 'a private key is in it; name the file of the certificate';
  if (text.includes('-----BEGIN CERTIFICATE REQUEST-----'))
    return 'it is a request; name the certificate that was issued for it';
  return content.length === 0
    ? 'it is empty; get the certificate anew'
    : 'it is neither PEM nor DER; name the file of the certificate';
}

/** The certificates in a file, in its order; or why there are none. Whatever else is in it is left. */
function certificatesIn(content: Buffer, file: string): readonly X509Certificate[] | string {
  const blocks = content.toString('latin1').match(pemBlock) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block));
  } catch {
    return 'one in it is damaged; get the file anew';
  }
  try {
    // OpenSSL reads DER from the beginning and leaves what follows.
    return content[0] === 0x30 ? [new X509Certificate(content)] : otherForm(content, file);
  } catch {
    return otherForm(content, file);
  }
}

async function isAbsent(place: string): Promise<boolean> {
  return stat(place).then(
    () => false,
    (error: unknown) => isAbsence(error),
  );
}

/** Looks at the certificate in a file, with the chain behind it. */
export async function filedCertificate(
  {file, server_name: name}: CertificateFileSpec,
  authorities: Authorities | undefined,
  {
    folder,
    signal,
    now,
  }: {readonly folder: string; readonly signal: AbortSignal; readonly now: () => Date},
): Promise<Measurement> {
  const place = path.resolve(folder, file);
  const content = await untilAborted(readMaterial(place), signal);
  if (content === undefined) return {values: {}, isCutShort: true};
  if (typeof content === 'string')
    return (await isAbsent(place))
      ? {values: {}, verdict: {outcome: 'fail', message: `There is no ${file}.`}}
      : {values: {}, verdict: {outcome: 'unknown', message: `It cannot be read: ${content}`}};
  const found = certificatesIn(content, file);
  if (typeof found === 'string')
    return {
      values: {},
      verdict: {
        outcome: 'fail',
        message: `There is no certificate to look at in ${file}: ${found}.`,
      },
    };
  const time = now().getTime();
  return measuredCertificate({
    chain: found,
    distrust: problemOfChain(found, authorities?.certificates, time),
    authorities,
    name: name === undefined ? undefined : certificateName(name),
    protocol: undefined,
    now: time,
  });
}
