import type {Buffer} from 'node:buffer';
import {Agent, errors, interceptors, type Dispatcher} from 'undici';
import {createConnector, type Seen} from './connect.ts';
import {isCredential} from './credentials.ts';
import {acceptedEncodings, createUnpacker, type BodyUnpacker} from './unpack-body.ts';
import type {Way} from './way.ts';

export interface RequestOrder {
  readonly url: URL;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly isFollowing: boolean;
  readonly way: Way;
  /** Called once, when it is known how the server was reached, or not. */
  readonly onWay: (seen: Seen) => void;
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
    // Nobody waits for it yet.
    this.ended.promise.catch(() => undefined);
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

/** The headers of one hop: no other server learns who asks, or as whom. */
function headersOf(
  {headers, way}: RequestOrder,
  url: URL,
  hasBody: boolean,
): Record<string, string> {
  const isHome = way.isHome(url);
  const isKept = (name: string) =>
    (isHome || (name !== 'host' && !isCredential(name))) &&
    (hasBody || !name.startsWith('content-'));
  return {
    accept: '*/*',
    'accept-encoding': acceptedEncodings,
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => isKept(name))),
  };
}

/** Sends each hop of a request the way of its server; a redirect is a hop of its own. */
function byWay(order: RequestOrder): Dispatcher.DispatcherComposeInterceptor {
  const {way, body} = order;
  return (dispatch) => (options, handler) => {
    const url = new URL(options.path, String(options.origin));
    const origin = way.originOf(url);
    const hasBody = body === undefined || options.body !== null;
    const headers = headersOf(order, url, hasBody);
    const proxy = url.protocol === 'http:' && !way.isTunnelling ? way.proxyOf(url) : undefined;
    if (typeof proxy !== 'object') return dispatch({...options, origin, headers}, handler);
    const {authorization} = proxy;
    // RFC 9112, section 3.2.2: a proxy is told the whole URL.
    const told = {
      ...headers,
      host: url.host,
      ...(authorization === undefined ? {} : {'proxy-authorization': authorization}),
    };
    return dispatch({...options, origin, path: `${origin}${options.path}`, headers: told}, handler);
  };
}

/**
 * Sends one request over connections of its own and hands on the answer.
 * @throws Error as the connection or undici has it, a `ProxyError` in its causes where a proxy refused
 */
export async function sendRequest(order: RequestOrder): Promise<void> {
  const {url, method, body, isFollowing, way, signal, onWay} = order;
  const connector = createConnector(way, signal);
  const agent = new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: connector.connect,
    pipelining: 0,
  });
  const handler = new AnswerHandler(order);
  try {
    const direct = agent.compose(byWay(order));
    const dispatcher = isFollowing
      ? direct.compose(interceptors.redirect({maxRedirections: mostRedirects}))
      : direct;
    const options = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      body: body ?? null,
      reset: true,
      // Asked for by the redirect interceptor, whose types do not know it.
      throwOnMaxRedirect: true,
    };
    dispatcher.dispatch(options, handler);
    await handler.ended.promise;
  } catch (error) {
    throw error instanceof errors.SocketError ? (connector.lastWords() ?? error) : error;
  } finally {
    onWay(connector.seen);
    connector.close();
    await agent.destroy().catch(() => undefined);
  }
}
