import {objectsIn, textsOf, type KubeObject} from '../../kubernetes/kube-object.ts';
import {below, listOf, textAt, type YamlNode} from '../../yaml/yaml-node.ts';

function map(near: YamlNode, entries: readonly (readonly [string, YamlNode])[]): YamlNode {
  return {file: near.file, line: near.line, value: new Map(entries)};
}

function text(near: YamlNode, value: string): YamlNode {
  return {file: near.file, line: near.line, value};
}

/** What a generator puts in: literals with their value, of files their name. */
function entriesOf(entry: YamlNode, isSecret: boolean): [string, YamlNode][] {
  const literals = textsOf(below(entry, 'literals')).map((one): [string, YamlNode] => {
    const end = one.indexOf('=');
    const name = end < 0 ? one : one.slice(0, end);
    return [name, text(entry, isSecret || end < 0 ? '' : one.slice(end + 1))];
  });
  const files = textsOf(below(entry, 'files')).map((one): [string, YamlNode] => {
    const [name = '', file = name] = one.split('=');
    return [name.split('/').at(-1) ?? name, text(entry, `the file ${file}`)];
  });
  return [...literals, ...files];
}

/** ConfigMaps and Secrets that a kustomization makes; no value of a secret is in them. */
export function generated(node: YamlNode): KubeObject[] {
  const made = (['ConfigMap', 'Secret'] as const).flatMap((kind) => {
    const key = kind === 'ConfigMap' ? 'configMapGenerator' : 'secretGenerator';
    return listOf(below(node, key)).flatMap((entry) => {
      const name = textAt(entry, 'name');
      const isAdded = ['merge', 'replace'].includes(textAt(entry, 'behavior') ?? '');
      if (name === undefined || isAdded) return [];
      return [
        map(entry, [
          ['apiVersion', text(entry, 'v1')],
          ['kind', text(entry, kind)],
          ['metadata', map(entry, [['name', text(entry, name)]])],
          ['data', map(entry, entriesOf(entry, kind === 'Secret'))],
        ]),
      ];
    });
  });
  return objectsIn(made);
}
