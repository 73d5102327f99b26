import {X509Certificate} from 'node:crypto';
import type {Finding} from '../discovered.ts';
import {check, row} from '../findings.ts';
import type {NamedCertificate} from './product-detail.ts';
import type {Host, Said, Words} from './asked-host.ts';

export interface Ending {
  readonly findings: readonly Finding[];
  /** By port, the day on which the certificate ends that is shown there. */
  readonly byPort: ReadonlyMap<number, string>;
}

interface Certificate {
  readonly ends: string;
  readonly issuer: string;
  readonly names: string;
}

/** On another host openssl reads it: a file with a key in it is not brought here. */
function question(file: string, {on}: Host): Words {
  return on === undefined
    ? ['cat', file]
    : ['openssl', 'x509', '-in', file, '-noout', '-enddate', '-issuer', '-ext', 'subjectAltName'];
}

function dayOf(text: string): string | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, 10);
}

function fromPem(text: string): Certificate | undefined {
  try {
    const {validTo, issuer, subjectAltName = ''} = new X509Certificate(text);
    const ends = dayOf(validTo);
    return ends === undefined ? undefined : {ends, issuer, names: subjectAltName};
  } catch {
    return undefined;
  }
}

function fromOpenssl(text: string): Certificate | undefined {
  const after = (word: string) => new RegExp(`^${word}=(.*)$`, 'm').exec(text)?.[1];
  const ends = dayOf(after('notAfter') ?? '');
  const names = /Subject Alternative Name:.*\n\s*(?<names>.*)/.exec(text)?.groups?.['names'] ?? '';
  return ends === undefined ? undefined : {ends, issuer: after('issuer') ?? '', names};
}

/** When the certificates end that the running configuration names. */
export async function certificateEnds(
  named: readonly NamedCertificate[],
  host: Host,
  where: string,
): Promise<Ending> {
  const files = [...new Set(named.map(({file}) => file))];
  const said = await host.ask(files.map((file) => question(file, host)));
  const byPort = new Map<number, string>();
  const read = (one: Said) => (host.on === undefined ? fromPem(one.text) : fromOpenssl(one.text));
  const findings = files.flatMap((file, index): Finding[] => {
    const one = said[index];
    if (!one?.isGood) return [];
    const certificate = read(one);
    if (!certificate) {
      host.tell({file, message: 'This is no certificate that can be read.'});
      return [];
    }
    const uses = named.filter((use) => use.file === file);
    for (const {ports} of uses) for (const port of ports) byPort.set(port, certificate.ends);
    const source = uses.map((use) => use.source).join('; ');
    const fields = {
      name: `Certificate ${file}${where}`,
      with: certificate.issuer.replaceAll('\n', ', '),
      ends: certificate.ends,
      covers: certificate.names,
    };
    return [
      row('contracts', `certificate ${file}${where}`, fields, source),
      ...(host.on === undefined
        ? [
            check(
              {
                name: `The certificate ${file} has time left`,
                tls: {file},
                expect: {days_left: {at_least: 14}},
                warn: {valid: true},
              },
              source,
            ),
          ]
        : []),
    ];
  });
  return {findings, byPort};
}
