import type {KubeObject} from '../../kubernetes/kube-object.ts';
import {below, listOf, mapOf, textAt, type YamlNode} from '../../yaml/yaml-node.ts';

type Pairs = ReadonlyMap<string, YamlNode>;

function put(node: YamlNode, [key, ...rest]: readonly string[], pairs: Pairs): YamlNode {
  if (key === undefined) return {...node, value: new Map([...mapOf(node), ...pairs])};
  const child = below(node, key) ?? {value: new Map(), line: node.line, file: node.file};
  return {...node, value: new Map([...mapOf(node), [key, put(child, rest, pairs)]])};
}

/**
 * An object with the labels that a kustomization gives to pods, and by which services choose them.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/commonlabels/
 */
export function withLabels({kind, node}: KubeObject, kustomization: YamlNode): YamlNode {
  const groups = listOf(below(kustomization, 'labels'));
  const pairsOf = (...keys: readonly string[]) =>
    groups
      .filter((group) => keys.some((key) => textAt(group, key) === 'true'))
      .flatMap((group) => [...mapOf(below(group, 'pairs'))]);
  const common = [...mapOf(below(kustomization, 'commonLabels'))];
  const chosen: Pairs = new Map([...common, ...pairsOf('includeSelectors')]);
  const carried: Pairs = new Map([...common, ...pairsOf('includeSelectors', 'includeTemplates')]);
  if (kind === 'Service' && chosen.size > 0) return put(node, ['spec', 'selector'], chosen);
  const template = ['spec', 'template', 'metadata', 'labels'];
  return below(node, 'spec', 'template') && carried.size > 0 ? put(node, template, carried) : node;
}
