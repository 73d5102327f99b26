import type {Folder} from '../../discoverer-entry.ts';
import {readYamlFile} from '../../yaml/read-yaml-file.ts';
import {below, mapOf, textOf, type YamlNode} from '../../yaml/yaml-node.ts';

export interface Host {
  readonly name: string;
  readonly line: number;
  /** Its variables by name; values are shown of the few that say where it is. */
  readonly variables: ReadonlyMap<string, string>;
}

export interface Inventory {
  readonly file: string;
  readonly hosts: ReadonlyMap<string, readonly Host[]>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly lines: ReadonlyMap<string, number>;
}

/** A range of more hosts than this is no list that one could read. */
const mostHosts = 1000;

const range = /^(?<before>[^[]*)\[(?<from>\d+):(?<to>\d+)\](?<after>.*)$/;

function expandOnce(pattern: string): string[] {
  const {before = '', from, to, after = ''} = range.exec(pattern)?.groups ?? {};
  if (from === undefined || to === undefined) return [pattern];
  const count = Number(to) - Number(from) + 1;
  if (!(count > 0 && count <= mostHosts)) return [pattern];
  return Array.from(
    {length: count},
    (_, at) => `${before}${String(Number(from) + at).padStart(from.length, '0')}${after}`,
  );
}

/** `web[01:03].example.com` as three hosts. */
export function expandHosts(pattern: string): string[] {
  let found = [pattern];
  for (;;) {
    const more = found.flatMap(expandOnce);
    if (more.length > mostHosts) return [pattern];
    if (more.length === found.length) return more;
    found = more;
  }
}

/** Words of a line, with quotes as they are. */
function wordsOf(line: string): string[] {
  return line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
}

function makeInventory(file: string) {
  const hosts = new Map<string, Host[]>();
  const children = new Map<string, string[]>();
  const lines = new Map<string, number>();
  const put = <One>(map: Map<string, One[]>, group: string, line: number, ...more: One[]) => {
    map.set(group, [...(map.get(group) ?? []), ...more]);
    if (!lines.has(group)) lines.set(group, line);
  };
  return {inventory: {file, hosts, children, lines}, hosts, children, put};
}

function isHostsTable(lines: readonly string[]): boolean {
  const data = lines.filter((line) => /^\s*[^#;[\s]/.test(line));
  return data.length > 0 && data.every((line) => /^\s*[\d.:a-f]+\s+[^=]+$/i.test(line));
}

/** An inventory as INI; nothing for a file such as `/etc/hosts`. */
function readIni(text: string, file: string, folder: Folder): Inventory | undefined {
  const lines = text.split(/\r?\n/);
  if (isHostsTable(lines)) return undefined;
  const {inventory, hosts, children, put} = makeInventory(file);
  let group = 'ungrouped';
  let part = '';
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/(?:^|\s)[#;].*$/, '').trim();
    const section = /^\[(?<name>[^\]:]+)(?::(?<part>children|vars))?\]$/.exec(line)?.groups;
    const [name, ...rest] = wordsOf(line);
    if (section) {
      group = section['name'] ?? '';
      part = section['part'] ?? '';
      if (part === 'children') put(children, group, index + 1);
      else if (part === '') put(hosts, group, index + 1);
    } else if (line.startsWith('[')) {
      folder.tell({file, line: index + 1, message: 'This is no group.'});
      part = 'vars';
    } else if (name !== undefined && part === 'children') put(children, group, index + 1, name);
    else if (name !== undefined && part === '') {
      const variables = new Map(
        rest.flatMap((word): [string, string][] => {
          const end = word.indexOf('=');
          return end > 0
            ? [[word.slice(0, end), word.slice(end + 1).replaceAll(/^["']|["']$/g, '')]]
            : [];
        }),
      );
      const found = expandHosts(name).map((host) => ({name: host, line: index + 1, variables}));
      put(hosts, group, index + 1, ...found);
    }
  }
  return inventory;
}

function fromYaml(root: YamlNode, file: string): Inventory {
  const {inventory, hosts, children, put} = makeInventory(file);
  const seen = new Set<YamlNode>();
  function enter(group: string, node: YamlNode): void {
    // What aliases mean again has been seen.
    if (seen.has(node)) return;
    seen.add(node);
    const own = [...mapOf(below(node, 'hosts'))].flatMap(([name, host]) =>
      expandHosts(name).map((one) => ({
        name: one,
        line: host.line,
        variables: new Map(
          [...mapOf(host)].flatMap(([key, value]): [string, string][] => [
            [key, textOf(value) ?? ''],
          ]),
        ),
      })),
    );
    if (own.length > 0) put(hosts, group, node.line, ...own);
    for (const [name, child] of mapOf(below(node, 'children'))) {
      put(children, group, node.line, name);
      enter(name, child);
    }
  }
  for (const [group, node] of mapOf(root)) enter(group, node);
  return inventory;
}

export async function readInventory(file: string, folder: Folder): Promise<Inventory | undefined> {
  const text = await folder.read(file);
  if (text === undefined) return undefined;
  if (!/\.ya?ml$/.test(file)) return readIni(text, file, folder);
  const [root] = await readYamlFile(folder, file);
  return root && fromYaml(root, file);
}

/** The hosts of a group, with those of the groups in it. */
export function hostsOf(group: string, {hosts, children}: Inventory): string[] {
  if (group === 'all') return [...new Set([...hosts.values()].flat().map(({name}) => name))];
  const groups = new Set([group]);
  for (const one of groups) for (const inner of children.get(one) ?? []) groups.add(inner);
  return [...new Set([...groups].flatMap((one) => (hosts.get(one) ?? []).map(({name}) => name)))];
}
