/** What the codes of failed connections mean, as the second half of a sentence. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused: nothing listens there',
  ECONNRESET: 'the other side broke the connection',
  EPIPE: 'the other side closed the connection',
  ENOTFOUND: 'the name was not found',
  EAI_AGAIN: 'the name could not be looked up: the name server did not answer',
  ETIMEDOUT: 'no answer',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'there is no route to the network',
  EADDRNOTAVAIL: 'no local address can reach it',
  ENOENT: 'there is no such socket',
  EACCES: 'permission denied',
  UND_ERR_CONNECT_TIMEOUT: 'no answer to the connection attempt',
  UND_ERR_HEADERS_TIMEOUT: 'connected, but no answer came',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped in the middle',
  UND_ERR_SOCKET: 'the other side closed the connection before it had answered',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer was shorter or longer than it said',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  CERT_REVOKED: 'the certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate comes from an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the certificate chain is incomplete or its authority is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate chain is incomplete',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'the certificate comes from an authority that is not trusted here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the other side does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'the other side does not speak TLS',
  ERR_SSL_UNSUPPORTED_PROTOCOL:
    'the other side speaks only versions of TLS that are not safe any more',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION:
    'the other side speaks only versions of TLS that are not safe any more',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE:
    'the other side refused: nothing in common, or it wants a certificate of the client',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'the other side wants a certificate of the client',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA:
    "the other side does not trust the authority of the client's certificate",
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: "the other side does not accept the client's certificate",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
    "the other side does not accept the client's certificate",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: "the client's certificate has expired",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: "the client's certificate was revoked",
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'the other side does not serve this name',
};

function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}

/** The error that says most: fetch hides the real one in `cause`, and several attempts in `errors`. */
export function rootError(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0 && codeOf(error) === undefined)
    return rootError(error.errors[0]);
  return error instanceof Error && error.cause !== undefined ? rootError(error.cause) : error;
}

/** Why a connection or request failed, in words, with the code for who wants to look it up. */
export function networkReason(error: unknown): string {
  const real = rootError(error);
  const code = codeOf(real);
  const message = real instanceof Error ? real.message : String(real);
  if (code?.startsWith('HPE_') || (real instanceof Error && real.name === 'HTTPParserError'))
    return `the answer is not HTTP (${code ?? message})`;
  if (code === 'UND_ERR_SOCKET' && message.startsWith('bad '))
    return `it answered in a way that was not asked for, such as 100 Continue (${code})`;
  if (code === undefined) return message;
  if (code.startsWith('ERR_SSL_') && !Object.hasOwn(meanings, code)) {
    // OpenSSL's message is full of its own source lines; its reason is not.
    const hasReason = typeof real === 'object' && real !== null && 'reason' in real;
    return `${hasReason ? String(real.reason) : message} (${code})`;
  }
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return meaning === undefined ? `${message} (${code})` : `${meaning} (${code})`;
}
