import {Buffer} from 'node:buffer';
import type {X509Certificate} from 'node:crypto';
import type {TLSSocket} from 'node:tls';
import type {Authorities} from '../../certificates/trust-store.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {trustProblem} from './certificate-trust.ts';
import {datesProblem, daysLeft, expiryOf, namesOf, nameProblem, oneLine} from './certificate.ts';
import type {Measurement} from '../kind.ts';

/** A connection that was made and what it is judged by. */
interface Seen {
  readonly socket: TLSSocket;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
  readonly authorities: Authorities | undefined;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is to be seen of a connection and its certificate, with a summary as evidence. */
export function measured({socket, certificate, chain, authorities, name, now}: Seen): Measurement {
  const dates = datesProblem(certificate, now);
  const trust = trustProblem(socket, chain, authorities?.certificates, now);
  const mismatch = nameProblem(certificate, name);
  const because = (...problems: readonly (string | undefined)[]) => {
    const told = problems.filter((problem) => problem !== undefined);
    return {
      value: told.length === 0,
      remark: told.length === 0 ? undefined : `(${told.join('; ')})`,
    };
  };
  const days = daysLeft(certificate, now);
  const protocol = socket.getProtocol() ?? '';
  const [subject, issuer] = [oneLine(certificate.subject), oneLine(certificate.issuer)];
  const names = namesOf(certificate);
  const facts: readonly (readonly [string, string])[] = [
    ['protocol', protocol],
    ['subject', subject],
    ['issuer', issuer],
    ['names', names.join(', ')],
    ['valid from', new Date(certificate.validFrom).toISOString()],
    ['expires', `${new Date(certificate.validTo).toISOString()} (${days} days left)`],
    ['serial number', certificate.serialNumber],
    ['SHA-256', certificate.fingerprint256],
    ['chain', chain.map((one) => oneLine(one.subject)).join(' < ')],
    ['trusts', authorities?.shown ?? 'the authorities of Node and of this system'],
    ['problems', [dates, mismatch, trust].filter(Boolean).join('; ') || 'none'],
  ];
  const evidence = keepOutput();
  evidence.push(Buffer.from(facts.map(([key, value]) => `${key}: ${value}\n`).join('')));
  return {
    values: {
      valid: because(dates, mismatch, trust),
      days_left: {value: days},
      expires: {value: expiryOf(certificate)},
      name_matches: because(mismatch),
      trusted: because(trust),
      protocol: {value: protocol},
      subject: {value: subject},
      issuer: {value: issuer},
      names: {values: names, fold: (text: string) => text.toLowerCase()},
    },
    output: evidence.output(),
  };
}
