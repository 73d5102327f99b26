import {Buffer} from 'node:buffer';
import {BlockList, isIP} from 'node:net';

/** Who is asked to reach a server. */
export interface Proxy {
  /** Whether it is itself spoken to over TLS. */
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  /** The header `proxy-authorization`, where its address has a user. */
  readonly authorization?: string | undefined;
  /** Without user and password. */
  readonly shown: string;
}

/** Variables of an environment by name. */
type Environment = Readonly<Record<string, string | undefined>>;

const address =
  /^(?:(?<scheme>[a-z\d]+):\/\/)?(?:(?<user>.*)@)?(?<host>\[[^\]]+\]|[^:/?#@\s]+)(?::(?<port>\d{1,5}))?\/?$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads the address of a proxy as curl does: `http://` where it says nothing else, and port 1080 where
 * http has none. Gives a sentence for one that cannot be used; it never holds a password.
 */
export function readProxy(text: string): Proxy | string {
  const {scheme = 'http', user, host, port} = address.exec(text.trim())?.groups ?? {};
  if (host === undefined)
    return 'The address of the proxy is not one: write http://proxy.example.com:3128.';
  const isSecure = scheme.toLowerCase() === 'https';
  if (!isSecure && scheme.toLowerCase() !== 'http')
    return `A proxy is spoken to by http or https here, not by ${scheme}: name such a one, or write proxy: none.`;
  const bare = host.replace(/^\[|\]$/g, '');
  const number = port === undefined ? (isSecure ? 443 : 1080) : Number(port);
  const [name = '', ...password] = (user ?? '').split(':');
  const pair = `${decoded(name)}:${decoded(password.join(':'))}`;
  return {
    isSecure,
    host: bare,
    port: number,
    ...(user === undefined ? {} : {authorization: `Basic ${Buffer.from(pair).toString('base64')}`}),
    shown: `${isSecure ? 'https' : 'http'}://${host}:${number}`,
  };
}

/** Whether the address of a proxy has a password in it. */
export function hasPassword(text: string): boolean {
  return /^[^:@]*:.+@/.test(text.replace(/^[a-z\d]+:\/\//i, ''));
}

function isInBlock(host: string, entry: string): boolean {
  const [net = '', bits = ''] = entry.split('/');
  const [family, wanted] = [isIP(net), isIP(host)];
  if (family === 0 || wanted === 0) return false;
  const list = new BlockList();
  try {
    if (bits === '') list.addAddress(net, `ipv${family as 4 | 6}`);
    else list.addSubnet(net, Number(bits), `ipv${family as 4 | 6}`);
  } catch {
    return false;
  }
  return list.check(host, `ipv${wanted as 4 | 6}`);
}

/** Whether `NO_PROXY` names a host: a name with all below it, an address, a block of addresses, or `*`. */
function isExcepted(host: string, list: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  if (list.trim() === '*') return true;
  return list
    .split(/[\s,]+/)
    .map((entry) => entry.toLowerCase().replace(/^\[|\]$/g, ''))
    .filter(Boolean)
    .some((entry) => {
      if (isIP(name) > 0) return isInBlock(name, entry);
      const domain = entry.replace(/^\*?\./, '').replace(/\.$/, '');
      return domain !== '' && (name === domain || name.endsWith(`.${domain}`));
    });
}

/** curl takes an empty variable for one that is not there. */
function either(environment: Environment, name: string): string {
  return [environment[name], environment[name.toUpperCase()]].find(Boolean) ?? '';
}

/**
 * The proxy that an environment names for a URL, by the rules of curl: `http_proxy`, `https_proxy`,
 * `all_proxy` and `no_proxy`, in small letters before capitals.
 * Gives a sentence where what it names cannot be used.
 */
export function proxyOfEnvironment(url: URL, environment: Environment): Proxy | string | undefined {
  const scheme = url.protocol.replace(':', '');
  const named = either(environment, `${scheme}_proxy`) || either(environment, 'all_proxy');
  if (named.trim() === '') return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isExcepted(host, either(environment, 'no_proxy')) ? undefined : readProxy(named);
}
