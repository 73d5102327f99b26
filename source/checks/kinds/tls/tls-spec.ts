import {isIP} from 'node:net';
import {domainToASCII} from 'node:url';
import {z} from 'zod';
import {filledText, filePath, portNumber} from '../fields/check-fields.ts';
import {hostAndPort, shownHostAndPort} from '../fields/host-and-port.ts';
import {startProtocols, type StartProtocol} from './starttls/begin-tls.ts';

interface Asked {
  readonly server_name?: string | undefined;
  readonly ca?: string | undefined;
}

/** A certificate that a server shows. */
export interface ServerSpec extends Asked {
  readonly host: string;
  readonly port: number;
  readonly starttls?: StartProtocol | undefined;
}

/** A certificate in a file. */
export interface CertificateFileSpec extends Asked {
  readonly file: string;
}

export type TlsSpec = ServerSpec | CertificateFileSpec;

const fields = {
  host: filledText
    .optional()
    .describe('The server: a name or an address. With port, or instead of both file.'),
  port: portNumber.optional().describe('The port that is connected to.'),
  starttls: z
    .enum(startProtocols)
    .optional()
    .describe('What the server speaks in plain text until it is asked for TLS.'),
  file: filePath
    .optional()
    .describe(
      'A file with the certificate, in PEM form with its chain behind it, or in DER. A key in it is not read.',
    ),
  server_name: filledText
    .optional()
    .describe(
      'The name that is asked for and has to stand in the certificate. Otherwise host; of a file, no name is looked at.',
    ),
  ca: filePath.optional().describe('A file of authorities (PEM); only these are trusted then.'),
};

export const tlsKeys = Object.keys(fields);

type Written = z.output<z.ZodObject<typeof fields>>;

/** Either a server or a file, whole. */
function oneOrOther(written: Written, context: z.core.$RefinementCtx): TlsSpec {
  const {host, port, file, starttls, ...asked} = written;
  if (host !== undefined && port !== undefined && file === undefined)
    return {host, port, starttls, ...asked};
  const isOfServer = [host, port, starttls].some((one) => one !== undefined);
  if (file !== undefined && !isOfServer) return {file, ...asked};
  const message =
    file === undefined
      ? 'A server has a host and a port. Say both, or name a file with a certificate.'
      : 'A certificate is in a file or shown by a server: say file, or host and port.';
  context.addIssue({code: 'custom', message});
  return z.NEVER;
}

export const tlsSchema: z.ZodType<TlsSpec> = z.union([
  hostAndPort('pay.example.com:443'),
  z.strictObject(fields).transform(oneOrOther),
]);

/** A name as it is written in certificates. */
export function certificateName(name: string): string {
  return isIP(name) ? name : domainToASCII(name.replace(/\.$/, '')) || name;
}

export function tlsTarget(spec: TlsSpec): string {
  return 'file' in spec ? spec.file : shownHostAndPort(spec);
}

export function tlsAction(spec: TlsSpec): string {
  const name = spec.server_name === undefined ? '' : ` as ${spec.server_name}`;
  const ca = spec.ca === undefined ? '' : `, trusting only ${spec.ca}`;
  if ('file' in spec) return `look at the certificate in ${spec.file}${name}${ca}`;
  const start = spec.starttls === undefined ? '' : `, ask it in ${spec.starttls} to begin TLS`;
  return `connect to ${shownHostAndPort(spec)}${name}${start} and look at the certificate${ca}`;
}
