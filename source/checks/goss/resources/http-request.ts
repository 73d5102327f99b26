import {Buffer} from 'node:buffer';
import {type IncomingMessage, request as requestHttp} from 'node:http';
import {request as requestHttps, type RequestOptions} from 'node:https';
import {networkReason} from '../../kinds/network-errors.ts';
import {LookError} from './resource.ts';

/** Go's client gives up after this many requests. */
const mostRequests = 10;

export interface HttpOrder {
  readonly url: URL;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string;
  readonly followsRedirects: boolean;
  /** What `https` takes: authorities, certificate and key, whether to verify. */
  readonly tls: Pick<RequestOptions, 'ca' | 'cert' | 'key' | 'rejectUnauthorized'>;
  readonly signal: AbortSignal;
}

async function send({
  url,
  method,
  headers,
  body,
  tls,
  signal,
}: HttpOrder): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const start = isSecure ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const {username, password} = url;
    const auth =
      username === '' && password === ''
        ? {}
        : {auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}`};
    const request = start(
      url,
      {
        method,
        // Own connections: a check must not profit from one that an earlier check left open.
        agent: false,
        signal,
        ...auth,
        ...(isSecure ? tls : {}),
        headers: {
          ...headers,
          connection: 'close',
          ...(body === '' ? {} : {'content-length': String(Buffer.byteLength(body))}),
        },
      },
      resolve,
    );
    request.once('error', reject);
    request.end(body);
  });
}

/** The next request that a redirect asks for, as Go's client makes it; undefined where it is none. */
function redirected(order: HttpOrder, response: IncomingMessage): HttpOrder | undefined {
  const {statusCode = 0, headers} = response;
  const {location} = headers;
  if (!order.followsRedirects || ![301, 302, 303, 307, 308].includes(statusCode) || !location) {
    return undefined;
  }
  const url = new URL(location, order.url);
  if (!/^https?:$/.test(url.protocol)) {
    throw new LookError(`it leads to ${url.protocol}, which no HTTP client follows`);
  }
  const {host: _host, authorization, cookie, ...rest} = order.headers;
  const isSameHost =
    url.hostname === order.url.hostname || url.hostname.endsWith(`.${order.url.hostname}`);
  const kept = isSameHost
    ? {...rest, ...(authorization ? {authorization} : {}), ...(cookie ? {cookie} : {})}
    : rest;
  const isRepeated =
    statusCode === 307 || statusCode === 308 || /^(?:GET|HEAD)$/.test(order.method);
  return isRepeated
    ? {...order, url, headers: kept}
    : {...order, url, headers: kept, method: 'GET', body: ''};
}

/** Sends a request and follows where it leads. @throws LookError */
export async function fetchAsGo(order: HttpOrder): Promise<IncomingMessage> {
  let next = order;
  try {
    for (let count = 0; count < mostRequests; count += 1) {
      const response = await send(next);
      const following = redirected(next, response);
      if (!following) {
        return response;
      }
      response.destroy();
      next = following;
    }
  } catch (error) {
    throw error instanceof LookError
      ? error
      : new LookError(`no answer from ${next.url.host}: ${networkReason(error)}`);
  }
  throw new LookError(`it stopped after ${mostRequests} redirects`);
}
