import {isIP} from 'node:net';

/** A host that a value names, with its port where it says one. */
export interface NamedHost {
  readonly host: string;
  readonly port?: string;
}

const usualPorts: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  amqps: '5671',
  ldaps: '636',
  smtps: '465',
};

const url =
  /\b(?<scheme>[a-z][a-z\d+.-]*):\/\/(?:[^@\s/,]*@)?(?<host>\[[^\]\s]+\]|[^:/?#\s,"'@]+)(?::(?<port>\d+))?/gi;

const hostNames =
  /(?:^|_)(?:HOST|HOSTNAME|SERVER|ENDPOINT|ADDR|ADDRESS|BROKERS?|BOOTSTRAP_SERVERS)$/i;

/** Names of this container itself, and of what an address is bound to. */
const own = /^(?:localhost|127\.|0\.0\.0\.0|::1?$|\[::1?\]|host\.docker\.internal$|\*|\$)/i;

function named(host: string, port: string | undefined): NamedHost {
  return {host, ...(port === undefined ? {} : {port})};
}

function inUrls(text: string): NamedHost[] {
  return [...text.matchAll(url)].map(({groups = {}}) => {
    const {scheme = '', host = '', port = usualPorts[scheme.toLowerCase()]} = groups;
    return named(host, port);
  });
}

/** `db`, `db:5432`, or several of these with commas, in a variable that is called a host. */
function asHosts(
  name: string,
  text: string,
  valueOf: (name: string) => string | undefined,
): NamedHost[] {
  if (!hostNames.test(name)) return [];
  const usual = valueOf(name.replace(/HOST(?:NAME)?$|SERVER$/i, 'PORT'));
  const digits = usual !== undefined && /^\d+$/.test(usual) ? usual : undefined;
  return text.split(',').flatMap((part) => {
    const [, host, port = digits] = /^([\w.-]+)(?::(\d+))?$/.exec(part.trim()) ?? [];
    return host === undefined ? [] : [named(host, port)];
  });
}

/**
 * The hosts that a variable names, without the machine itself. No other part of its value is in them.
 * `valueOf` gives the other variables, as `DB_PORT` belongs to `DB_HOST`.
 */
export function namedHosts(
  name: string,
  text: string,
  valueOf: (name: string) => string | undefined,
): NamedHost[] {
  const found = text.includes('://') ? inUrls(text) : asHosts(name, text, valueOf);
  return found.filter(({host}) => !own.test(host) && !/\$\{|\{\{|\$\(/.test(host));
}

/** Whether a host is one of somewhere else: an address, or a name with a dot. */
export function isElsewhere(host: string): boolean {
  return isIP(host) !== 0 || /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(host);
}
