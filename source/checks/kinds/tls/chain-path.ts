import type {X509Certificate} from 'node:crypto';

export function isIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** The way from a certificate up, as far as it goes. */
export interface ChainPath {
  /** The certificate itself first, each followed by its issuer. */
  readonly path: readonly X509Certificate[];
  /** Authorities that issued the last of them; empty where it leads to none. */
  readonly anchors: readonly X509Certificate[];
}

/**
 * Looks for a way from the first of some certificates through the others to an authority, whatever
 * the dates: only who may issue counts in between.
 */
export function pathToAuthority(
  certificates: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
): ChainPath {
  const [own, ...others] = certificates;
  const path = own ? [own] : [];
  for (;;) {
    const last = path.at(-1);
    if (!last) return {path, anchors: []};
    const anchors = authorities.filter((authority) => isIssuer(authority, last));
    if (anchors.length > 0) return {path, anchors};
    const next = others.find((one) => one.ca && !path.includes(one) && isIssuer(one, last));
    if (!next) return {path, anchors: []};
    path.push(next);
  }
}
