import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';
import {readEnvFile} from '../../formats/env-file.ts';
import type {Variable, Variables} from '../../formats/expand.ts';
import {readYamlFile} from '../../yaml/read-yaml-file.ts';
import {below, isMap, listOf, mapOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {merge} from './merge.ts';

/** Files that include each other further than this do so in a circle. */
const deepest = 10;

/** Compose files as one, and the variables by which each of them is read. */
export interface Loaded {
  readonly root: YamlNode | undefined;
  readonly variables: ReadonlyMap<string, Variables>;
}

/** Where a path in a file leads, from the top of the folder. */
export function pathFrom(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target);
}

/** What an env file sets; its values are not shown. */
export async function readVariables(folder: Folder, file: string): Promise<Variables> {
  const text = (await folder.has(file)) ? await folder.read(file) : undefined;
  if (text === undefined) return new Map<string, Variable>();
  return new Map(
    readEnvFile(text).entries.flatMap(({name, value}) =>
      value === undefined ? [] : [[name, {value, isHidden: true}] as const],
    ),
  );
}

export function createLoader(folder: Folder) {
  const variables = new Map<string, Variables>();

  async function readRoot(file: string, set: Variables): Promise<YamlNode | undefined> {
    variables.set(file, set);
    if (!(await folder.has(file))) return undefined;
    const [root] = await readYamlFile(folder, file);
    return root;
  }

  /** A service with what it extends, in this file or in another one. */
  async function extended(service: YamlNode, root: YamlNode, depth: number): Promise<YamlNode> {
    const node = below(service, 'extends');
    const name = textOf(node) ?? textAt(node, 'service');
    if (name === undefined || depth > deepest) return service;
    const file = textAt(node, 'file');
    const target = file === undefined ? undefined : pathFrom(service.file, file);
    const set = variables.get(service.file) ?? new Map<string, Variable>();
    const other = target === undefined ? root : await readRoot(target, set);
    const base = below(other, 'services', name);
    if (!base || !other) {
      const message = `It extends ${name}${file === undefined ? '' : ` of ${file}`}, which is not there.`;
      folder.tell({file: service.file, line: node?.line ?? service.line, message});
      return service;
    }
    return merge('', await extended(base, other, depth + 1), service);
  }

  async function withExtended(root: YamlNode): Promise<YamlNode> {
    const services = below(root, 'services');
    if (!services) return root;
    const entries = [...mapOf(services)].map(
      async ([name, service]) => [name, await extended(service, root, 0)] as const,
    );
    const whole = new Map(await Promise.all(entries));
    return {...root, value: new Map([...mapOf(root), ['services', {...services, value: whole}]])};
  }

  /** The files that a file includes, each group merged into one. */
  async function included(root: YamlNode, set: Variables, depth: number): Promise<YamlNode[]> {
    if (depth > deepest) return [];
    const found: YamlNode[] = [];
    for (const entry of listOf(below(root, 'include'))) {
      const node = isMap(entry) ? below(entry, 'path') : entry;
      const paths =
        textOf(node) === undefined
          ? listOf(node).flatMap((one) => textOf(one) ?? [])
          : [textOf(node) ?? ''];
      const files = paths.map((one) => pathFrom(root.file, one));
      const [first = ''] = files;
      const own = await readVariables(folder, pathFrom(first, '.env'));
      const whole = await loadLayers(files, new Map([...own, ...set]), depth + 1);
      if (whole) found.push(whole);
      else
        folder.tell({
          file: root.file,
          line: entry.line,
          message: `It includes ${paths.join(', ')}, which is not there.`,
        });
    }
    return found;
  }

  async function loadLayers(
    files: readonly string[],
    set: Variables,
    depth: number,
  ): Promise<YamlNode | undefined> {
    let whole: YamlNode | undefined;
    for (const file of files) {
      const root = await readRoot(file, set);
      if (!root) continue;
      for (const one of await included(root, set, depth)) whole = merge('', whole, one);
      whole = merge('', whole, await withExtended(root));
    }
    return whole;
  }

  /** Reads files as `docker compose -f A -f B` does. */
  return async (files: readonly string[], set: Variables): Promise<Loaded> => ({
    root: await loadLayers(files, set, 0),
    variables,
  });
}
