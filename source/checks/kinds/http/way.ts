import {isIP} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import type {SecureContext} from 'node:tls';
import {domainToASCII} from 'node:url';
import {clientContext} from '../../certificates/client-certificate.ts';
import {readAuthorities, trustOf} from '../../certificates/trust-store.ts';
import type {HttpSpec} from './http-spec.ts';
import {proxyOfEnvironment, readProxy, type Proxy} from './proxy.ts';

/** How each server on the way of a request is reached. */
export interface Way {
  /** Whether a URL is of the server that was asked for, which alone may know who asks. */
  readonly isHome: (url: URL) => boolean;
  /** The origin to connect to: that of a name which stands for the server asked for is its own. */
  readonly originOf: (url: URL) => string;
  /** What is trusted, and who asks; of another server, only what is trusted. */
  readonly contextFor: (isHome: boolean) => SecureContext;
  /** The name that TLS asks for and the certificate has to be for. */
  readonly nameOf: (url: URL) => string;
  /** Absolute. */
  readonly socket: string | undefined;
  readonly isVerifying: boolean;
  /** Gives a sentence where the environment names a proxy that cannot be used. */
  readonly proxyOf: (url: URL) => Proxy | string | undefined;
  /** Through a proxy, also http:// is asked for over a connection of its own to the server. */
  readonly isTunnelling: boolean;
  /** What has to be known of what was trusted. */
  readonly remark: string | undefined;
}

/** The host of a URL or of the header `Host`, without brackets, port and the dot of the root. */
export function bareHost(host: string): string {
  return host
    .replace(/:\d*$/, '')
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

/** The header `Host` that a check gives. */
export function hostHeader({headers}: Pick<HttpSpec, 'headers'>): string | undefined {
  return Object.entries(headers)
    .find(([name]) => name.toLowerCase() === 'host')?.[1]
    .trim();
}

/** Reads what is needed to reach the server of a check; gives a sentence where that cannot be read. */
export async function prepareWay(spec: HttpSpec, folder: string): Promise<Way | string> {
  const {ca, cert, key, passphrase, insecure, server_name: serverName, proxy, socket} = spec;
  const home = new URL(spec.url);
  const host = hostHeader(spec);
  const named = host === undefined ? undefined : `${home.protocol}//${host}`;
  const alias = named !== undefined && URL.canParse(named) ? new URL(named).origin : undefined;
  const authorities = ca === undefined ? undefined : await readAuthorities(ca, folder);
  if (typeof authorities === 'string') return authorities;
  const own =
    cert === undefined
      ? undefined
      : await clientContext({cert, key, passphrase}, authorities, folder);
  if (typeof own === 'string') return own;
  const isHome = ({origin}: URL) => origin === home.origin || origin === alias;
  let kept: SecureContext | undefined;
  const trust = () => (kept ??= trustOf(authorities));
  // Made before the clock starts, as it takes its time.
  if (home.protocol === 'https:' && own === undefined) trust();
  return {
    isHome,
    originOf: (url) => (isHome(url) ? home.origin : url.origin),
    contextFor: (isOwn) => (isOwn ? own : undefined) ?? trust(),
    nameOf(url) {
      const given = isHome(url) ? (serverName ?? host) : undefined;
      const name = bareHost(given ?? url.host);
      return isIP(name) ? name : domainToASCII(name) || name;
    },
    socket: socket === undefined ? undefined : path.resolve(folder, socket),
    isVerifying: insecure !== true,
    proxyOf(url) {
      if (socket !== undefined || proxy === 'none') return undefined;
      return proxy === undefined ? proxyOfEnvironment(url, process.env) : readProxy(proxy);
    },
    // A proxy puts the URL's own host into the request that it passes on (RFC 9112, section 3.2.2).
    isTunnelling: host !== undefined && host.toLowerCase() !== home.host,
    remark: authorities && `trusting ${authorities.shown}`,
  };
}
