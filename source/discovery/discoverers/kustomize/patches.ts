import path from 'node:path';
import type {KubeObject} from '../../kubernetes/kube-object.ts';
import type {Manifests} from '../../kubernetes/read-manifests.ts';
import {readYaml} from '../../yaml/read-yaml.ts';
import {
  below,
  isList,
  isMap,
  listOf,
  mapOf,
  textAt,
  textOf,
  type YamlNode,
} from '../../yaml/yaml-node.ts';
import {changeAt} from './json-patch.ts';

/** By which of its entries Kubernetes knows an element of a list. */
const keysOf: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  imagePullSecrets: 'name',
  volumeMounts: 'mountPath',
  ports: 'containerPort',
};

function isGone(node: YamlNode): boolean {
  return textAt(node, '$patch') === 'delete';
}

/** One list with another one put into it, as Kubernetes' strategic merge does. */
function mergeLists(name: string, base: YamlNode, over: YamlNode): YamlNode {
  const key = name === 'ports' && !below(listOf(base)[0], 'containerPort') ? 'port' : keysOf[name];
  if (key === undefined) return over;
  const found = new Map<unknown, YamlNode>();
  const idOf = (node: YamlNode) => textAt(node, key) ?? node;
  for (const one of listOf(base)) found.set(idOf(one), one);
  for (const one of listOf(over)) {
    const id = idOf(one);
    const known = found.get(id);
    if (isGone(one)) found.delete(id);
    else found.set(id, known ? mergeInto(known, one) : one);
  }
  return {...over, value: [...found.values()]};
}

/** Where one says nothing the other one stands; null takes away. The place is that of the base. */
export function mergeInto(base: YamlNode, over: YamlNode, name = ''): YamlNode {
  if (isList(base) && isList(over)) return mergeLists(name, base, over);
  if (!isMap(base) || !isMap(over)) return over;
  const found = new Map(mapOf(base));
  for (const [key, value] of mapOf(over)) {
    const known = found.get(key);
    if (value.value === null || isGone(value)) found.delete(key);
    else found.set(key, known ? mergeInto(known, value, key) : value);
  }
  return {...base, value: found};
}

interface Patch {
  readonly documents: readonly YamlNode[];
  readonly target: YamlNode | undefined;
  readonly near: YamlNode;
}

type Tell = (near: YamlNode, message: string) => void;

function patchesOf(node: YamlNode, folder: string, manifests: Manifests, tell: Tell): Patch[] {
  const read = (text: string | undefined, near: YamlNode): readonly YamlNode[] => {
    if (text === undefined) return [];
    if (text.includes('\n')) return readYaml(text, near.file).documents;
    const found = manifests.documents.get(path.posix.join(folder, text));
    if (!found) tell(near, `Its patch ${text} was not understood.`);
    return found ?? [];
  };
  const merged = listOf(below(node, 'patchesStrategicMerge')).map((near) => ({
    documents: read(textOf(near), near),
    target: undefined,
    near,
  }));
  const others = ['patches', 'patchesJson6902'].flatMap((key) =>
    listOf(below(node, key)).map((near) => ({
      documents: read(textAt(near, 'path') ?? textAt(near, 'patch'), near),
      target: below(near, 'target'),
      near,
    })),
  );
  return [...merged, ...others];
}

function isWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return pattern === text;
  }
}

function isMeant(object: KubeObject, target: YamlNode | undefined, document: YamlNode): boolean {
  const names = [object.name, object.about];
  if (!target)
    return (
      object.kind === textAt(document, 'kind') &&
      names.includes(textAt(document, 'metadata', 'name') ?? '')
    );
  const kind = textAt(target, 'kind');
  const name = textAt(target, 'name');
  return (
    (kind === undefined || isWhole(kind, object.kind)) &&
    (name === undefined || names.some((one) => isWhole(name, one)))
  );
}

/** Objects with the patches of a kustomization put into them. */
export function patched(
  objects: readonly KubeObject[],
  node: YamlNode,
  folder: string,
  manifests: Manifests,
  tell: Tell,
): readonly KubeObject[] {
  let found = objects;
  for (const {documents, target, near} of patchesOf(node, folder, manifests, tell))
    for (const document of documents) {
      if (below(target, 'labelSelector') ?? below(target, 'annotationSelector')) {
        tell(near, 'A patch for what has a label was not put in.');
        continue;
      }
      found = found.flatMap((object) => {
        if (!isMeant(object, target, document)) return [object];
        if (isGone(document)) return [];
        const changed = isList(document)
          ? changeAt(object.node, listOf(document))
          : mergeInto(object.node, document);
        return [{...object, node: changed}];
      });
    }
  return found;
}
