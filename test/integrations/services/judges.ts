import type {Service} from './service.ts';
import {secret, startReceiver} from './webhook-receiver.ts';

/** A service that judges what comes, and how a handoff is sent to it. */
export interface Judge extends AsyncDisposable {
  readonly service: Service;
  /** Without its name. */
  readonly target: object;
  readonly env: Readonly<Record<string, string>>;
  /** How many outcomes there are, whatever was tried. */
  readonly made: () => number;
}

async function webhook(): Promise<Judge> {
  const receiver = await startReceiver();
  return {
    service: receiver,
    target: {webhook: {url: `${receiver.url}/hooks`, secret: 'env:CRM_SECRET'}},
    env: {CRM_SECRET: secret},
    made: () => receiver.taken.size,
    [Symbol.asyncDispose]: receiver[Symbol.asyncDispose],
  };
}

/** Every service that an outcome is sent to, by the kind of its target. */
export const judges: Readonly<Record<string, () => Promise<Judge>>> = {webhook};
