import type {Resolver} from 'node:dns/promises';
import {isIP, isIPv6, SocketAddress} from 'node:net';
import {domainToASCII} from 'node:url';
import type {DnsSpec} from './dns-spec.ts';

/** Asks one question. Each answer is one text, in the order and form of a zone file's columns. */
async function answersTo(resolver: Resolver, {name, type}: DnsSpec): Promise<string[]> {
  // Only ASCII goes over the wire; what is ASCII already is asked as it is.
  // oxlint-disable-next-line no-control-regex
  const asked = /^[\u0000-\u007F]*$/.test(name) ? name : domainToASCII(name);
  switch (type) {
    case 'A':
      return resolver.resolve4(asked);
    case 'AAAA':
      return resolver.resolve6(asked);
    case 'CNAME':
      return resolver.resolveCname(asked);
    case 'NS':
      return resolver.resolveNs(asked);
    case 'PTR':
      return isIP(asked) ? resolver.reverse(asked) : resolver.resolvePtr(asked);
    case 'TXT':
      return (await resolver.resolveTxt(asked)).map((parts) => parts.join(''));
    case 'MX':
      return (await resolver.resolveMx(asked)).map(
        ({priority, exchange}) => `${priority} ${exchange}`,
      );
    case 'SRV':
      return (await resolver.resolveSrv(asked)).map(
        ({priority, weight, port, name: target}) => `${priority} ${weight} ${port} ${target}`,
      );
    default:
      return type satisfies never;
  }
}

export type DnsAnswer =
  | {readonly type: 'answers'; readonly answers: readonly string[]}
  /** The server knows that there is nothing. */
  | {readonly type: 'nothing'; readonly reason: string}
  /** The server did not do its work. */
  | {readonly type: 'no-answer' | 'error'; readonly reason: string};

const failures: Readonly<Record<string, readonly ['no-answer' | 'error', string]>> = {
  ETIMEOUT: ['no-answer', 'no answer'],
  ECONNREFUSED: ['no-answer', 'nothing listens there'],
  ENETUNREACH: ['no-answer', 'there is no route to it'],
  EHOSTUNREACH: ['no-answer', 'there is no route to it'],
  ESERVFAIL: ['error', 'it could not find out (SERVFAIL)'],
  EREFUSED: ['error', 'it refuses to answer this question (REFUSED)'],
  ENOTIMP: ['error', 'it does not know this kind of question (NOTIMP)'],
  EFORMERR: ['error', 'it did not understand the question (FORMERR)'],
  EBADRESP: ['error', 'its answer makes no sense (EBADRESP)'],
};

/** Asks, and tells an answer, the knowledge that there is none, and a failure apart. */
export async function ask(resolver: Resolver, spec: DnsSpec): Promise<DnsAnswer> {
  try {
    const answers = await answersTo(resolver, spec);
    return answers.length > 0
      ? {type: 'answers', answers}
      : {type: 'nothing', reason: `the name has no ${spec.type} record`};
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOTFOUND') return {type: 'nothing', reason: 'there is no such name (NXDOMAIN)'};
    if (code === 'ENODATA') return {type: 'nothing', reason: `the name has no ${spec.type} record`};
    const [type, reason] = (Object.hasOwn(failures, code) ? failures[code] : undefined) ?? [
      'error',
      code,
    ];
    return {type, reason};
  }
}

/** Makes names and addresses the same that are the same, however they are written. */
export function foldName(text: string): string {
  const plain = text.toLowerCase().replace(/(?<=.)\.$/, '');
  return isIPv6(plain) ? new SocketAddress({address: plain, family: 'ipv6'}).address : plain;
}
