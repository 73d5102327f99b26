import {X509Certificate} from 'node:crypto';
import type {TLSSocket} from 'node:tls';
import {usualAuthorities} from '../../certificates/trust-store.ts';
import {datesProblem, oneLine} from './certificate.ts';

/** Longest chain that is followed; OpenSSL has a limit of 100, real chains have at most 5. */
const longestChain = 20;

/** The certificates that the other side sent, its own first, each followed by its issuer. */
export function sentChain(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  // Not getPeerX509Certificate: in Node 24 it takes the chain with it, and a second call finds none.
  let next = socket.getPeerCertificate(true);
  const seen = new Set<string>();
  while (next?.raw && !seen.has(next.fingerprint256) && chain.length < longestChain) {
    seen.add(next.fingerprint256);
    chain.push(new X509Certificate(next.raw));
    next = next.issuerCertificate;
  }
  return chain;
}

function isIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** Whether a chain leads to an authority, whatever the dates in it. */
function isLeadingTo(
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
): boolean {
  for (const [index, certificate] of chain.entries()) {
    if (authorities.some((authority) => isIssuer(authority, certificate))) return true;
    const next = chain[index + 1];
    if (!next?.ca || !isIssuer(next, certificate)) return false;
  }
  return false;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error === 'string') return error;
  return error instanceof Error ? String('code' in error ? error.code : error.message) : undefined;
}

interface Doubt {
  readonly code: string;
  readonly chain: readonly X509Certificate[];
  readonly authorities: readonly X509Certificate[] | undefined;
  readonly now: number;
}

function unknownAuthority(chain: readonly X509Certificate[]): string {
  return `unknown authority: ${oneLine(chain.at(-1)?.issuer)} is not trusted here`;
}

/** OpenSSL tells only its last complaint, so with wrong dates the rest has to be looked at again. */
function beyondDates({chain, authorities, now}: Doubt): string | undefined {
  const [own, ...others] = chain;
  const trusted = authorities ?? usualAuthorities().map((text) => new X509Certificate(text));
  if (!isLeadingTo(chain, trusted))
    return own && isIssuer(own, own) ? 'self-signed' : unknownAuthority(chain);
  if (own && datesProblem(own, now) !== undefined) return undefined;
  const bad = others.find((one) => datesProblem(one, now) !== undefined);
  return bad
    ? `in its chain, ${oneLine(bad.subject)} is ${datesProblem(bad, now)}`
    : 'an authority in its chain is out of date';
}

/** Why the chain is not trusted, if it is not: an expired certificate of a good authority is. */
function problemOf(doubt: Doubt): string | undefined {
  const {code, chain} = doubt;
  switch (code) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return beyondDates(doubt);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'self-signed';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return unknownAuthority(chain);
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE': {
      const missing = `the certificate of ${oneLine(chain[0]?.issuer)} was not sent and is not trusted here`;
      // A public authority tells where its own certificate lies, and signs through an intermediate.
      return chain[0]?.infoAccess?.includes('CA Issuers')
        ? `incomplete chain: ${missing}`
        : `unknown authority or incomplete chain: ${missing}`;
    }
    case 'CERT_REVOKED':
      return 'the certificate was revoked';
    default:
      return `the chain is not accepted (${code})`;
  }
}

/**
 * Why the chain of a connection leads to no trusted authority, if so. `authorities` are the only ones
 * then; without them, those of Node and of the system count.
 */
export function trustProblem(
  socket: TLSSocket,
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[] | undefined,
  now: number,
): string | undefined {
  const code = socket.authorized ? undefined : codeOf(socket.authorizationError);
  return code === undefined ? undefined : problemOf({code, chain, authorities, now});
}
