import {isList, listOf, mapOf, type YamlNode} from '../../yaml/yaml-node.ts';
import type {Project} from './project.ts';

export interface Port {
  /** Nothing: every address of the host. */
  readonly address?: string;
  /** A number or a range; nothing where Docker takes a free one. */
  readonly published?: string;
  /** In the container: a number or a range. */
  readonly target: string;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly name?: string;
  readonly line: number;
  readonly file: string;
}

const protocols = {tcp: 'TCP', udp: 'UDP', sctp: 'SCTP'} as const;

function protocolOf(word: string | undefined): Port['protocol'] {
  const found = (word ?? 'tcp').toLowerCase();
  return found === 'udp' || found === 'sctp' ? protocols[found] : 'TCP';
}

const short =
  /^(?:(?<address>\[[^\]]+\]|[^:]*(?=:[^:]*:)|[\da-f:]+:[\da-f:]*(?=:[^:]*:[^:]*$)):)?(?:(?<published>[^:]*):)?(?<target>[^:]+)$/i;

/** `127.0.0.1:8001-8003:80/udp` and what is shorter. */
export function readPort(text: string): Omit<Port, 'line' | 'file'> | undefined {
  const [ports = '', protocol] = text.trim().split('/');
  const {address = '', published = '', target} = short.exec(ports)?.groups ?? {};
  if (target === undefined) return undefined;
  const plain = address.replaceAll(/[[\]]/g, '');
  return {
    ...(plain === '' || plain === '0.0.0.0' || plain === '::' ? {} : {address: plain}),
    ...(published === '' || published === '0' ? {} : {published}),
    target,
    protocol: protocolOf(protocol),
  };
}

function longPort(node: YamlNode, {text}: Project): Omit<Port, 'line' | 'file'> | undefined {
  const said = (key: string) => text(mapOf(node).get(key))?.text || undefined;
  const target = said('target');
  if (target === undefined) return undefined;
  const port = readPort([said('host_ip') ?? '', said('published') ?? '', target].join(':'));
  const name = said('name');
  return (
    port && {...port, protocol: protocolOf(said('protocol')), ...(name === undefined ? {} : {name})}
  );
}

/** The ports that a service publishes. */
export function portsOf(service: YamlNode, project: Project): Port[] {
  const node = mapOf(service).get('ports');
  return (isList(node) ? listOf(node) : []).flatMap((entry) => {
    const text = project.text(entry)?.text;
    const port = text === undefined ? longPort(entry, project) : readPort(text);
    return port ? [{...port, line: entry.line, file: entry.file}] : [];
  });
}
