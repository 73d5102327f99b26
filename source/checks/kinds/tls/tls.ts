import {once} from 'node:events';
import {isIP} from 'node:net';
import {connect} from 'node:tls';
import {domainToASCII} from 'node:url';
import {z} from 'zod';
import {about} from './about.ts';
import {listSubject} from '../../assertions/list-subject.ts';
import {
  choiceSubject,
  flagSubject,
  numberSubject,
  wordSubject,
} from '../../assertions/simple-subjects.ts';
import {readAuthorities, usualTrust} from '../../certificates/trust-store.ts';
import {sentChain} from './certificate-trust.ts';
import {filledText, filePath, portNumber} from '../fields/check-fields.ts';
import {hostAndPort, shownHostAndPort} from '../fields/host-and-port.ts';
import type {Kind} from '../kind.ts';
import {networkReason} from '../network-errors.ts';
import {measured} from './tls-measurement.ts';

export interface TlsSpec {
  readonly host: string;
  readonly port: number;
  readonly server_name?: string | undefined;
  readonly ca?: string | undefined;
}

const fields = {
  host: filledText.describe('A name or an address.'),
  port: portNumber.describe('The port that is connected to.'),
  server_name: filledText
    .optional()
    .describe('The name that is asked for and has to stand in the certificate. Otherwise host.'),
  ca: filePath.optional().describe('A file of authorities (PEM); only these are trusted then.'),
};

const schema: z.ZodType<TlsSpec> = z.union([
  hostAndPort('pay.example.com:443'),
  z.strictObject(fields),
]);

/** The name that the certificate has to be for, as it is written in certificates. */
function wantedName({host, server_name: name = host}: TlsSpec): string {
  return isIP(name) ? name : domainToASCII(name.replace(/\.$/, '')) || name;
}

/** `tls`: makes a TLS connection, looks at the certificate, and sends nothing over it. */
export const tlsKind: Kind<TlsSpec> = {
  word: 'tls',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    valid: flagSubject,
    days_left: numberSubject,
    expires: wordSubject(),
    name_matches: flagSubject,
    trusted: flagSubject,
    protocol: choiceSubject(['TLSv1.2', 'TLSv1.3']),
    subject: wordSubject(),
    issuer: wordSubject(),
    names: listSubject,
  },
  implied: {subject: 'valid', value: true},
  isEnoughAlone: true,
  target: shownHostAndPort,
  describe(spec) {
    const name = spec.server_name === undefined ? '' : ` as ${spec.server_name}`;
    const ca = spec.ca === undefined ? '' : `, trusting only ${spec.ca}`;
    return `connect to ${shownHostAndPort(spec)}${name} and look at the certificate${ca}`;
  },
  async measure(spec, {folder, signal, now}) {
    const authorities =
      spec.ca === undefined ? undefined : await readAuthorities([spec.ca], folder);
    if (typeof authorities === 'string')
      return {values: {}, verdict: {outcome: 'unknown', message: authorities}};
    if (signal.aborted) return {values: {}, isCutShort: true};
    const name = wantedName(spec);
    const socket = connect({
      host: spec.host,
      port: spec.port,
      // A bad certificate is what has to be looked at; that it is good is judged below.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(isIP(name) ? {} : {servername: name}),
      ...(authorities ? {ca: [...authorities.texts]} : {secureContext: usualTrust()}),
    });
    try {
      await once(socket, 'secureConnect', {signal});
      const chain = sentChain(socket);
      const [certificate] = chain;
      if (!certificate) {
        const message = `${shownHostAndPort(spec)} showed no certificate.`;
        return {values: {}, verdict: {outcome: 'fail', message}};
      }
      return measured({socket, certificate, chain, authorities, name, now: now().getTime()});
    } catch (error) {
      if (signal.aborted) return {values: {}, isCutShort: true};
      const message = `No TLS connection to ${shownHostAndPort(spec)}: ${networkReason(error)}.`;
      return {values: {}, verdict: {outcome: 'fail', message}};
    } finally {
      socket.on('error', () => undefined);
      socket.destroy();
    }
  },
};
