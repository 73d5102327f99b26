import {isIPv4, isIPv6} from 'node:net';

/**
 * From where a listening socket can be reached, the widest first: on every address of the host, on
 * one of them, from the host itself alone.
 */
export const scopes = ['any', 'specific', 'loopback'] as const;

export type Scope = (typeof scopes)[number];

/** An address in its shortest form, an IPv4 address inside of IPv6 as itself. Other text as it is. */
export function canonicalAddress(text: string): string {
  const plain = text.replace(/^\[(?<inner>.*)\]$/, '$<inner>').toLowerCase();
  const [address = '', zone] = plain.split('%');
  if (!isIPv6(address)) return plain;
  // The URL standard writes addresses as RFC 5952 wants them, but for this one.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:(?<high>[\da-f]{1,4}):(?<low>[\da-f]{1,4})$/.exec(short)?.groups;
  if (!mapped) return zone === undefined ? short : `${short}%${zone}`;
  const numbers = [mapped['high'], mapped['low']].map((one) => Number.parseInt(one ?? '0', 16));
  return numbers.flatMap((one) => [one >> 8, one & 255]).join('.');
}

/** An address as Linux's /proc/net has it: words of 32 bits, each in the order of the machine. */
export function addressOfHex(hex: string, isBigEndian: boolean): string {
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => {
    const pairs = word.match(/../g) ?? [];
    return isBigEndian ? pairs : pairs.toReversed();
  });
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const groups = bytes.flatMap((byte, at) => (at % 2 === 0 ? `${byte}${bytes[at + 1] ?? ''}` : []));
  return canonicalAddress(groups.join(':'));
}

export function scopeOf(address: string): Scope {
  if (address === '0.0.0.0' || address === '::') return 'any';
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'))
    ? 'loopback'
    : 'specific';
}

/**
 * Whether a socket that is bound to one address takes what arrives at another. Undefined: a socket
 * of all IPv6 addresses takes those of IPv4 too or not, which its address does not tell.
 */
export function isCovering(bound: string, asked: string): boolean | undefined {
  if (bound === asked) return true;
  if (bound === '0.0.0.0') return isIPv4(asked);
  if (bound !== '::') return false;
  return isIPv4(asked) ? undefined : true;
}
