import type {Buffer} from 'node:buffer';
import {Agent, interceptors, type Dispatcher} from 'undici';
import {acceptedEncodings, createUnpacker, type BodyUnpacker} from './unpack-body.ts';

export interface RequestOrder {
  readonly url: URL;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly isFollowing: boolean;
  readonly signal: AbortSignal;
  /** Called once, before any of the body. */
  readonly onHead: (status: number, headers: ReadonlyMap<string, string>) => void;
  /** Each piece of the body, as it was before it was packed. It is on loan. */
  readonly onBody: (chunk: Uint8Array) => void;
}

/** The limit of the Fetch standard. */
const mostRedirects = 20;

/** The answer does not come to an end that can be looked at. */
export class OverlongAnswerError extends Error {
  override name = 'OverlongAnswerError';
}

function headerMap(headers: Readonly<Record<string, string | string[] | undefined>>) {
  return new Map(
    Object.entries(headers).map(([name, value = '']) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

/** Takes an answer as it comes, never letting the connection wait. */
class AnswerHandler implements Dispatcher.DispatchHandler {
  readonly ended = Promise.withResolvers<void>();
  readonly #order: RequestOrder;
  #unpacker: BodyUnpacker | undefined;

  constructor(order: RequestOrder) {
    this.#order = order;
    order.signal.addEventListener('abort', () => {
      this.#fail(order.signal.reason);
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const {signal} = this.#order;
    const abort = () => controller.abort(new Error('aborted'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, {once: true});
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // Only information on the way (RFC 9110, section 15.2).
    if (status < 200) return;
    const all = headerMap(headers);
    const isEmpty = this.#order.method === 'HEAD' || status === 204 || status === 304;
    const encoding = isEmpty ? '' : (all.get('content-encoding') ?? '');
    this.#unpacker = createUnpacker(encoding, this.#order.onBody);
    this.#order.onHead(status, all);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#unpacker?.push(chunk) !== false) return;
    const error = new OverlongAnswerError('It is packed and larger than can be unpacked here.');
    this.#fail(error);
    controller.abort(error);
  }

  onResponseEnd(): void {
    const end = this.#unpacker?.end() ?? Promise.resolve();
    end.then(this.ended.resolve, this.#fail);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  readonly #fail = (error: unknown): void => {
    this.#unpacker?.close();
    this.ended.reject(error);
  };
}

/**
 * Sends one request over a connection of its own and hands on the answer.
 * @throws Error as the connection or undici has it
 */
export async function sendRequest(order: RequestOrder): Promise<void> {
  const {url, method, headers, body, isFollowing} = order;
  const agent = new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {timeout: 0},
    pipelining: 0,
  });
  const handler = new AnswerHandler(order);
  try {
    const dispatcher = isFollowing
      ? agent.compose(interceptors.redirect({maxRedirections: mostRedirects}))
      : agent;
    const options = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: {accept: '*/*', 'accept-encoding': acceptedEncodings, ...headers},
      body: body ?? null,
      reset: true,
      // Asked for by the redirect interceptor, whose types do not know it.
      throwOnMaxRedirect: true,
    };
    dispatcher.dispatch(options, handler);
    await handler.ended.promise;
  } finally {
    await agent.destroy().catch(() => undefined);
  }
}
