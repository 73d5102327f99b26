import type {X509Certificate} from 'node:crypto';
import {isIP} from 'node:net';

const day = 86_400_000;

/** A kind of alternative name and the name, which stands in quotes when it holds something odd. */
const alternative = /(?:^|, )(?<kind>DNS|IP Address):(?<name>"(?:\\.|[^"\\])*"|[^,]*)/g;

/** The host names and addresses a certificate is for. Its CN does not count (RFC 9525, section 2). */
export function namesOf({subjectAltName = ''}: X509Certificate): string[] {
  return [...subjectAltName.matchAll(alternative)].map(({groups}) => {
    const name = groups?.['name'] ?? '';
    return name.startsWith('"') ? name.slice(1, -1) : name;
  });
}

/** `CN=pay.example.com, O=Example` in one line. */
export function oneLine(distinguishedName: string | undefined): string {
  return (distinguishedName ?? '').trim().replaceAll('\n', ', ');
}

/** ISO 8601 in UTC, to the second as in the certificate. */
function written(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

export function expiryOf({validTo}: X509Certificate): string {
  return written(new Date(validTo));
}

/** Days until a certificate expires, below 0 when it has; rounded down to a tenth. */
export function daysLeft({validTo}: X509Certificate, now: number): number {
  return Math.floor((Date.parse(validTo) - now) / (day / 10)) / 10;
}

/** Why a certificate is not valid at this time, if it is not. */
export function datesProblem(
  {validFrom, validTo}: X509Certificate,
  now: number,
): string | undefined {
  const [from, to] = [new Date(validFrom), new Date(validTo)];
  if (now > to.getTime()) return `expired since ${written(to)}`;
  return now < from.getTime() ? `not valid before ${written(from)}` : undefined;
}

/** Why a certificate is not for a host name or address, if it is not. */
export function nameProblem(certificate: X509Certificate, name: string): string | undefined {
  const found = isIP(name)
    ? certificate.checkIP(name)
    : certificate.checkHost(name, {subject: 'never', partialWildcards: false});
  if (found !== undefined) return undefined;
  const names = namesOf(certificate);
  const owners =
    names.length > 0
      ? `is for ${names.join(', ')}`
      : `has no alternative names, and its subject (${oneLine(certificate.subject)}) alone does not count`;
  return `name mismatch: the certificate ${owners}, not for ${name}: issue it for that name or correct server_name`;
}
