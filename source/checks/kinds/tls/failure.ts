import {networkReason, rootError} from '../network-errors.ts';
import {DialogError} from './starttls/dialog.ts';
import type {ServerSpec} from './tls-spec.ts';

const aboutWay = 'See whether a firewall or the route stands in between.';
const aboutVersions =
  'Have the server speak TLS 1.2 or 1.3; it is not asked in an older version here.';

/** Who begins in plain text answers otherwise, or closes. */
function aboutStart({starttls}: ServerSpec): string {
  return starttls === undefined
    ? 'If it begins in plain text, say starttls: smtp, postgres or another; otherwise correct the port or see its log.'
    : 'Its own log says why.';
}

/** What to do, by the code of what went wrong. */
const remedies: Readonly<Record<string, string | ((spec: ServerSpec) => string)>> = {
  ECONNREFUSED: 'Start the server, or correct the port.',
  ECONNRESET: aboutStart,
  EPIPE: aboutStart,
  ENOTFOUND: 'Correct the host.',
  EAI_AGAIN: 'See whether the name server of this machine answers.',
  ETIMEDOUT: aboutWay,
  EHOSTUNREACH: aboutWay,
  ENETUNREACH: aboutWay,
  ERR_SSL_WRONG_VERSION_NUMBER: aboutStart,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: aboutStart,
  ERR_SSL_UNSUPPORTED_PROTOCOL: aboutVersions,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: aboutVersions,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE:
    'If it wants a certificate of the client, look with an http check that has cert and key.',
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'Name under server_name what it serves.',
};

/** Why there is no connection and what to do, from the second half of a sentence on. */
export function failureWords(spec: ServerSpec, error: unknown): string {
  if (error instanceof DialogError) return `${error.message}.`;
  const real = rootError(error);
  const code = real instanceof Error && 'code' in real ? String(real.code) : '';
  const remedy = Object.hasOwn(remedies, code) ? remedies[code] : undefined;
  const words = typeof remedy === 'function' ? remedy(spec) : remedy;
  return `${networkReason(error)}.${words === undefined ? '' : ` ${words}`}`;
}
