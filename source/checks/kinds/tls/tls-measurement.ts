import {Buffer} from 'node:buffer';
import type {X509Certificate} from 'node:crypto';
import type {Authorities} from '../../certificates/trust-store.ts';
import {unseen} from '../../assertions/unseen.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {datesProblem, daysLeft, expiryOf, namesOf, nameProblem, oneLine} from './certificate.ts';
import type {Measurement} from '../kind.ts';

/** A certificate that was shown or is in a file, and what it is judged by. */
interface Seen {
  /** Its own certificate first. */
  readonly chain: readonly X509Certificate[];
  /** Why its chain leads to no trusted authority, if so. */
  readonly distrust: string | undefined;
  readonly authorities: Authorities | undefined;
  /** What it has to be for. Undefined: nobody has said. */
  readonly name: string | undefined;
  /** Undefined: there was no connection. */
  readonly protocol: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function because(...problems: readonly (string | undefined)[]) {
  const told = problems.filter((problem) => problem !== undefined);
  return {
    value: told.length === 0,
    remark: told.length === 0 ? undefined : `(${told.join('; ')})`,
  };
}

function datesAndRemedy(certificate: X509Certificate, now: number): string | undefined {
  const problem = datesProblem(certificate, now);
  if (problem === undefined) return undefined;
  return problem.startsWith('expired') ? `${problem}: renew it` : `${problem}: look at the clocks`;
}

/** What is to be seen of a certificate, with a summary as evidence. */
export function measuredCertificate({
  chain,
  distrust,
  authorities,
  name,
  protocol,
  now,
}: Seen): Measurement {
  const [certificate] = chain;
  if (!certificate) return {values: {}};
  const dates = datesAndRemedy(certificate, now);
  const mismatch = name === undefined ? undefined : nameProblem(certificate, name);
  const days = daysLeft(certificate, now);
  const [subject, issuer] = [oneLine(certificate.subject), oneLine(certificate.issuer)];
  const names = namesOf(certificate);
  const facts: readonly (readonly [string, string])[] = [
    ...(protocol === undefined ? [] : [['protocol', protocol] as const]),
    ['subject', subject],
    ['issuer', issuer],
    ['names', names.join(', ')],
    ['valid from', new Date(certificate.validFrom).toISOString()],
    ['expires', `${new Date(certificate.validTo).toISOString()} (${days} days left)`],
    ['serial number', certificate.serialNumber],
    ['SHA-256', certificate.fingerprint256],
    ['chain', chain.map((one) => oneLine(one.subject)).join(' < ')],
    ['trusts', authorities?.shown ?? 'the authorities of Node and of this system'],
    ['problems', [dates, mismatch, distrust].filter(Boolean).join('; ') || 'none'],
  ];
  const evidence = keepOutput();
  evidence.push(Buffer.from(facts.map(([key, value]) => `${key}: ${value}\n`).join('')));
  return {
    values: {
      valid: because(dates, mismatch, distrust),
      days_left: {value: days},
      expires: {value: expiryOf(certificate)},
      name_matches:
        name === undefined
          ? unseen('no server_name says what it has to be for')
          : because(mismatch),
      trusted: because(distrust),
      protocol: protocol === undefined ? unseen('a file has no connection') : {value: protocol},
      subject: {value: subject},
      issuer: {value: issuer},
      names: {values: names, fold: (text: string) => text.toLowerCase()},
    },
    output: evidence.output(),
  };
}
