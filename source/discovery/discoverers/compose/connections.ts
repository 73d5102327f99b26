import {isIP} from 'node:net';
import {mapOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {asMap} from './merge.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

/** What a service is told to connect to. */
export interface Connection {
  readonly host: string;
  readonly port?: string;
  /** The variable that says so. */
  readonly variable: string;
  readonly node: YamlNode;
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

function inUrls(text: string): {host: string; port?: string}[] {
  return [...text.matchAll(url)].flatMap(({groups = {}}) => {
    const {scheme = '', host = '', port = usualPorts[scheme.toLowerCase()]} = groups;
    return [{host, ...(port === undefined ? {} : {port})}];
  });
}

/** `db`, `db:5432`, or several of these with commas, in a variable that is called a host. */
function asHosts(name: string, text: string, portOf: (name: string) => string | undefined) {
  if (!hostNames.test(name)) return [];
  return text.split(',').flatMap((part): {host: string; port?: string}[] => {
    const [, host, port = portOf(name.replace(/HOST(?:NAME)?$|SERVER$/i, 'PORT'))] =
      /^([\w.-]+)(?::(\d+))?$/.exec(part.trim()) ?? [];
    return host === undefined ? [] : [{host, ...(port === undefined ? {} : {port})}];
  });
}

/** The hosts that the environment of a service names. No other part of its values is in them. */
export function connectionsOf({node}: Service, {text}: Project): Connection[] {
  const variables = mapOf(asMap(mapOf(node).get('environment')));
  const portOf = (name: string) => {
    const found = text(variables.get(name))?.text;
    return found !== undefined && /^\d+$/.test(found) ? found : undefined;
  };
  return [...variables].flatMap(([variable, value]) => {
    const said = text(value)?.text ?? '';
    const found = said.includes('://') ? inUrls(said) : asHosts(variable, said, portOf);
    return found
      .filter(({host}) => !own.test(host) && !host.includes('${'))
      .map((one) => ({...one, variable, node: value}));
  });
}

/** Whether a host is one of somewhere else: an address, or a name with a dot. */
export function isElsewhere(host: string): boolean {
  return isIP(host) !== 0 || /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(host);
}
