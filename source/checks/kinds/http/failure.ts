import {networkReason, rootError} from '../network-errors.ts';
import type {HttpSpec} from './http-spec.ts';
import {ProxyError} from './proxy-error.ts';

/** What to do about a certificate whose authority is not trusted. */
function aboutAuthority({ca}: HttpSpec): string {
  return ca === undefined
    ? 'If this is the right server, name the file of its authority under "ca", or add it to the trust of the system.'
    : 'The files of "ca" hold another authority: name the one that signed this certificate.';
}

function aboutClient({cert}: HttpSpec): string {
  return cert === undefined
    ? 'Name the files of one under "cert" and "key".'
    : 'Name a certificate under "cert" that this server accepts, and that has not expired.';
}

const aboutVersions =
  'Have the server speak TLS 1.2 or 1.3; it is not asked in an older version here.';
const aboutScheme = 'Write http:// where there is no TLS, or correct the port.';

/** A server that wants a certificate may simply close. */
function aboutClosed({url, cert}: HttpSpec): string {
  if (!url.startsWith('https:')) return 'Its own log says why.';
  return cert === undefined
    ? 'If it wants a certificate of the client, name one under "cert" and "key"; otherwise its own log says why.'
    : 'It may not accept the certificate under "cert"; its own log says why.';
}

/** What to do, by the code of what went wrong. */
const remedies: Readonly<Record<string, string | ((spec: HttpSpec) => string)>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: aboutAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: aboutAuthority,
  UNABLE_TO_GET_ISSUER_CERT: aboutAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: aboutAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: aboutAuthority,
  ERR_TLS_CERT_ALTNAME_INVALID:
    'Ask for a name that it is for, in the URL, as the header Host or as "server_name", or have it issued anew.',
  CERT_HAS_EXPIRED: 'Have it renewed, and see that the server was given the new one.',
  CERT_NOT_YET_VALID: 'Compare the clocks of this machine and of who issued it.',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: aboutClient,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: aboutClient,
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: aboutClient,
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: aboutClient,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: aboutClient,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: aboutClient,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: aboutClient,
  UND_ERR_SOCKET: aboutClosed,
  ECONNRESET: aboutClosed,
  ERR_SSL_UNSUPPORTED_PROTOCOL: aboutVersions,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: aboutVersions,
  ERR_SSL_WRONG_VERSION_NUMBER: aboutScheme,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: aboutScheme,
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME:
    'Ask for a name that it serves, in the URL, as the header Host or as "server_name".',
};

/** What to do about a unix socket. */
const socketRemedies: Readonly<Record<string, string>> = {
  ENOENT: 'Start what makes the socket, or correct the path.',
  EACCES: 'Become a member of the group that may use it, or run this as who may.',
  ECONNREFUSED: 'It was left behind: start what listens on it.',
};

/** What an answer of a proxy means, from the second half of a sentence on, and what to do. */
export function refusedByProxy(
  {proxy, status}: {readonly proxy: string; readonly status: number},
  host: string,
): string {
  switch (status) {
    case 407:
      return `the proxy ${proxy} wants to know who asks (407). Give user and password in its address, by a variable of the environment.`;
    case 403:
      return `the proxy ${proxy} does not let it through (403). Have it allow ${host}, or write "proxy: none" where none is needed.`;
    default:
      return `the proxy ${proxy} made no connection (${status}). See whether the server can be reached from there, or write "proxy: none" where none is needed.`;
  }
}

function namesOf(error: unknown): string | undefined {
  const {cert, host} = error as {
    readonly cert?: {readonly subjectaltname?: string};
    readonly host?: string;
  };
  const names = cert?.subjectaltname?.replaceAll(/(?:DNS|IP Address):/g, '');
  return names === undefined || host === undefined
    ? undefined
    : `the certificate is for ${names} and not for ${host} (ERR_TLS_CERT_ALTNAME_INVALID)`;
}

function proxyErrorIn(error: unknown): ProxyError | undefined {
  if (error instanceof ProxyError) return error;
  return error instanceof Error ? proxyErrorIn(error.cause) : undefined;
}

/** Why a request was not answered, from the second half of a sentence on, and what to do. */
export function failureWords(error: unknown, spec: HttpSpec): string {
  const proxyError = proxyErrorIn(error);
  if (proxyError) {
    const {proxy, status} = proxyError;
    return status === undefined
      ? `the proxy ${proxy} gave no way: ${networkReason(proxyError)}. Correct its address, or write "proxy: none" where none is needed.`
      : refusedByProxy({proxy, status}, new URL(spec.url).host);
  }
  const root = rootError(error) as {readonly code?: unknown} | undefined;
  const code = typeof root?.code === 'string' ? root.code : '';
  const reason =
    (code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? namesOf(root) : undefined) ?? networkReason(error);
  const found =
    spec.socket === undefined
      ? Object.hasOwn(remedies, code) && remedies[code]
      : Object.hasOwn(socketRemedies, code) && socketRemedies[code];
  const remedy = typeof found === 'function' ? found(spec) : found;
  const end = reason.endsWith('.') ? '' : '.';
  return `${reason}${end}${remedy ? ` ${remedy}` : ''}`;
}
