import {createHmac} from 'node:crypto';

const prefix = 'whsec_';

/**
 * The headers of Standard Webhooks 1.0.0 for exactly these bytes: the signature is of
 * `id.timestamp.body`, by HMAC-SHA256 with the secret, which is base64 behind `whsec_`.
 *
 * @param seconds since 1970
 */
export function signedHeaders(
  {id, secret}: {readonly id: string; readonly secret: string},
  body: string,
  seconds: number,
): Readonly<Record<string, string>> {
  const key = Buffer.from(
    secret.startsWith(prefix) ? secret.slice(prefix.length) : secret,
    'base64',
  );
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
