import {once} from 'node:events';
import {connect as connectPlain, isIP, type Socket} from 'node:net';
import {checkServerIdentity, connect as connectSecure, type ConnectionOptions} from 'node:tls';
import {Client, type buildConnector} from 'undici';
import {usualTrust} from '../../certificates/trust-store.ts';
import {ProxyError} from './proxy-error.ts';
import type {Proxy} from './proxy.ts';
import type {Way} from './way.ts';

/** What was seen while connecting. */
export interface Seen {
  /** Proxies that were asked, without user and password. */
  readonly proxies: Set<string>;
  /** Servers whose certificates were not verified, with what is wrong with these. */
  readonly unverified: Map<string, string>;
  /** Whether there was a connection over which something could be sent. */
  hasConnected: boolean;
}

export interface Connector {
  readonly connect: buildConnector.connector;
  readonly seen: Seen;
  /** What a connection said of its end before anybody listened, such as an alert of TLS. */
  readonly lastWords: () => Error | undefined;
  /** Ends all that it has opened. */
  readonly close: () => void;
}

function codeOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return error instanceof Error ? String('code' in error ? error.code : error.message) : '';
}

/** An address has no server name (RFC 6066, section 3), but stands in certificates. */
function named(name: string): ConnectionOptions {
  return isIP(name) ? {host: name, servername: ''} : {host: name, servername: name};
}

/**
 * Connects each hop of a request by its way: directly, by a unix socket or through a proxy. undici's own
 * ProxyAgent tells a refusing proxy only in a message, and has no way round for some of the hops.
 */
export function createConnector(way: Way, signal: AbortSignal): Connector {
  const seen: Seen = {proxies: new Set(), unverified: new Map(), hasConnected: false};
  const sockets = new Set<Socket>();
  const tunnels = new Set<Client>();
  let lastWords: Error | undefined;

  async function ready<Kind extends Socket>(socket: Kind, event: string): Promise<Kind> {
    sockets.add(socket);
    socket.on('error', (error) => {
      lastWords ??= error;
    });
    await once(socket, event, {signal});
    return socket.setNoDelay(true);
  }

  async function toProxy(proxy: Proxy): Promise<Socket> {
    const {host, port, isSecure} = proxy;
    seen.proxies.add(proxy.shown);
    try {
      const socket = await ready(connectPlain({host, port}), 'connect');
      if (!isSecure) return socket;
      const secure = {...named(host), socket, secureContext: usualTrust()};
      return await ready(connectSecure(secure), 'secureConnect');
    } catch (cause) {
      throw new ProxyError(proxy, {cause});
    }
  }

  async function throughProxy(proxy: Proxy, target: string): Promise<Socket> {
    const first = await toProxy(proxy);
    const client = new Client('http://proxy.invalid', {
      connect: (_options, callback) => {
        process.nextTick(callback, null, first);
      },
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    tunnels.add(client);
    const {authorization} = proxy;
    const headers = {
      host: target,
      'user-agent': 'handoff-wizard',
      ...(authorization === undefined ? {} : {'proxy-authorization': authorization}),
    };
    const {statusCode: status, socket} = await client
      .connect({path: target, headers, signal})
      .catch((cause: unknown) => {
        throw new ProxyError(proxy, {cause});
      });
    if (status >= 200 && status < 300) return socket as Socket;
    socket.destroy();
    throw new ProxyError(proxy, {status});
  }

  async function plain(url: URL): Promise<Socket> {
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (way.socket !== undefined) return ready(connectPlain({path: way.socket}), 'connect');
    const proxy = way.proxyOf(url);
    if (typeof proxy === 'string') throw new Error(proxy);
    if (!proxy) return ready(connectPlain({host, port}), 'connect');
    if (url.protocol === 'http:' && !way.isTunnelling) return toProxy(proxy);
    return throughProxy(proxy, `${url.hostname}:${port}`);
  }

  async function secured(url: URL): Promise<Socket> {
    const name = way.nameOf(url);
    const socket = await plain(url);
    const secure = await ready(
      connectSecure({
        ...named(name),
        socket,
        secureContext: way.contextFor(way.isHome(url)),
        rejectUnauthorized: way.isVerifying,
        ALPNProtocols: ['http/1.1'],
        checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
      }),
      'secureConnect',
    );
    if (!way.isVerifying) seen.unverified.set(url.host, codeOf(secure.authorizationError));
    return secure;
  }

  return {
    seen,
    connect({protocol, host}, callback) {
      const url = new URL(`${protocol}//${host ?? ''}`);
      (protocol === 'https:' ? secured(url) : plain(url)).then(
        (socket) => {
          seen.hasConnected = true;
          callback(null, socket);
        },
        (cause: unknown) => {
          // Wrapped, as undici tries for ever again after some codes.
          callback(new Error('not connected', {cause}), null);
        },
      );
    },
    lastWords: () => lastWords,
    close() {
      for (const socket of sockets) socket.destroy();
      for (const client of tunnels) client.destroy().catch(() => undefined);
    },
  };
}
