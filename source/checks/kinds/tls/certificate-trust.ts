import {X509Certificate} from 'node:crypto';
import type {TLSSocket} from 'node:tls';
import {usualAuthorities} from '../../certificates/trust-store.ts';
import {datesProblem, oneLine} from './certificate.ts';
import {isIssuer, pathToAuthority, type ChainPath} from './chain-path.ts';

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
  return `unknown authority: ${oneLine(chain.at(-1)?.issuer)} is not trusted here; name its certificate as ca`;
}

const selfSigned = 'self-signed: name it as ca';
const outOfDate = 'an authority in its chain is out of date: get its new certificate';

function trustedOnes(authorities: readonly X509Certificate[] | undefined) {
  return authorities ?? usualAuthorities().map((text) => new X509Certificate(text));
}

/** What is out of date on the way to an authority, apart from the certificate itself. */
function datesOnWay({path, anchors}: ChainPath, now: number): string | undefined {
  const bad = path.slice(1).find((one) => datesProblem(one, now) !== undefined);
  if (bad)
    return `in its chain, ${oneLine(bad.subject)} is ${datesProblem(bad, now)}; replace it by its new one`;
  return anchors.every((one) => datesProblem(one, now) !== undefined) ? outOfDate : undefined;
}

/** OpenSSL tells only its last complaint, so with wrong dates the rest has to be looked at again. */
function beyondDates({chain, authorities, now}: Doubt): string | undefined {
  const [own] = chain;
  const way = pathToAuthority(chain, trustedOnes(authorities));
  if (way.anchors.length === 0)
    return own && isIssuer(own, own) ? selfSigned : unknownAuthority(chain);
  const problem = datesOnWay(way, now);
  if (problem !== undefined || (own && datesProblem(own, now) !== undefined)) return problem;
  return outOfDate;
}

/** What is missing between a certificate and an authority. */
function incomplete(last: X509Certificate | undefined, where: string, remedy: string): string {
  const missing = `the certificate of ${oneLine(last?.issuer)} ${where} and is not trusted here; ${remedy}`;
  // A public authority tells where its own certificate lies, and signs through an intermediate.
  return last?.infoAccess?.includes('CA Issuers')
    ? `incomplete chain: ${missing}`
    : `unknown authority or incomplete chain: ${missing}, or name it as ca`;
}

/** Why the chain is not trusted, if it is not: an expired certificate of a good authority is. */
function problemOf(doubt: Doubt): string | undefined {
  const {code, chain} = doubt;
  switch (code) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return beyondDates(doubt);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return selfSigned;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return unknownAuthority(chain);
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return incomplete(chain[0], 'was not sent', 'have the server send it');
    case 'CERT_REVOKED':
      return 'the certificate was revoked: get a new one';
    default:
      return `the chain is not accepted (${code})`;
  }
}

/**
 * Why the chain of a connection leads to no trusted authority, if so. `authorities` are the only ones
 * then; without them, those of Node and of the system count.
 */
export function problemOfConnection(
  socket: TLSSocket,
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[] | undefined,
  now: number,
): string | undefined {
  const code = socket.authorized ? undefined : codeOf(socket.authorizationError);
  return code === undefined ? undefined : problemOf({code, chain, authorities, now});
}

/**
 * The same of certificates in a file, which nobody has sent: signatures, dates and who may issue are
 * looked at, the first being the one that matters.
 */
export function problemOfChain(
  certificates: readonly X509Certificate[],
  authorities: readonly X509Certificate[] | undefined,
  now: number,
): string | undefined {
  const [own, ...others] = certificates;
  if (own && others.some((one) => one.raw.compare(own.raw) !== 0 && isIssuer(own, one)))
    return 'wrong order: the file begins with an authority, and what it issued has to come first';
  const way = pathToAuthority(certificates, trustedOnes(authorities));
  if (way.anchors.length > 0) return datesOnWay(way, now);
  const last = way.path.at(-1);
  const wrong = last && others.find((one) => !one.ca && one !== last && isIssuer(one, last));
  if (wrong) return `broken chain: ${oneLine(wrong.subject)} may not issue certificates`;
  if (!last || !isIssuer(last, last))
    return incomplete(last, 'is not in the file', 'put it behind the others');
  return way.path.length === 1 ? selfSigned : unknownAuthority(way.path);
}
