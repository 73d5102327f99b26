import {Webhook, WebhookVerificationError} from 'standardwebhooks';
import {startService, type Answered, type Asked, type Service} from './service.ts';

export const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

/** What a receiver of Standard Webhooks has taken, by the id that it knows a second delivery by. */
export interface Receiver extends Service {
  readonly taken: ReadonlyMap<string, unknown>;
}

/** A receiver that lets the public library of Standard Webhooks judge what comes. */
export async function startReceiver(): Promise<Receiver> {
  const taken = new Map<string, unknown>();
  const judge = new Webhook(secret);
  function answer({method, headers, body}: Asked): Answered {
    if (method !== 'POST') return {status: 405};
    if (headers['content-type'] !== 'application/json') return {status: 415};
    // As the specification asks: bodies stay below 20 kB.
    if (body.length > 20_000) return {status: 413};
    try {
      taken.set(
        String(headers['webhook-id']),
        judge.verify(body, headers as Record<string, string>),
      );
      return {status: 204};
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      return {status: 401, body: {message: error.message}};
    }
  }
  return {...(await startService(answer)), taken};
}
