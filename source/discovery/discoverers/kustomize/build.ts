import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';
import {objectsIn, textsOf, type KubeObject} from '../../kubernetes/kube-object.ts';
import type {Manifests} from '../../kubernetes/read-manifests.ts';
import {below, listOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {generated} from './generators.ts';
import {patched} from './patches.ts';
import {transformed} from './transformers.ts';

/** Kustomizations that use each other further than this do so in a circle. */
const deepest = 20;

function from(folder: string, target: string): string {
  return path.posix.join(folder, target).replace(/\/$/, '');
}

interface Used {
  readonly path: string;
  readonly node: YamlNode;
}

function listed(node: YamlNode, folder: string, ...keys: readonly string[]): Used[] {
  return keys.flatMap((key) =>
    listOf(below(node, key)).flatMap((entry) => {
      const text = textOf(entry);
      return text === undefined ? [] : [{path: from(folder, text), node: entry}];
    }),
  );
}

const resources = ['resources', 'bases', 'components'] as const;

function patchFiles(node: YamlNode, folder: string): string[] {
  const named = ['patches', 'patchesJson6902'].flatMap((key) =>
    listOf(below(node, key)).flatMap((entry) => textAt(entry, 'path') ?? []),
  );
  // A patch that stands there itself has several lines, and is no file.
  const merged = textsOf(below(node, 'patchesStrategicMerge'));
  return [...named, ...merged].filter((one) => !one.includes('\n')).map((one) => from(folder, one));
}

/** Files that are applied, or put into others, by a kustomization. */
export function usedBy({kustomizations}: Manifests): ReadonlySet<string> {
  return new Set(
    [...kustomizations].flatMap(([folder, node]) => [
      ...listed(node, folder, ...resources, 'configurations', 'crds').map((one) => one.path),
      ...patchFiles(node, folder),
    ]),
  );
}

/** Folders whose kustomization no other one uses: these are what is applied. */
export function rootsOf({kustomizations}: Manifests): string[] {
  const used = new Set(
    [...kustomizations].flatMap(([folder, node]) =>
      listed(node, folder, ...resources).map((one) => one.path),
    ),
  );
  return [...kustomizations]
    .filter(([folder, node]) => !used.has(folder) && textAt(node, 'kind') !== 'Component')
    .map(([folder]) => folder);
}

/** The objects that `kubectl apply -k` would apply, as far as they lie in this folder. */
export function build(
  root: string,
  manifests: Manifests,
  folder: Folder,
  depth = 0,
): readonly KubeObject[] {
  const node = manifests.kustomizations.get(root);
  if (!node || depth > deepest) return [];
  const tell = (near: YamlNode, message: string) => {
    folder.tell({file: near.file, line: near.line, message});
  };

  function objectsAt({path: place, node: near}: Used): readonly KubeObject[] {
    if (manifests.kustomizations.has(place)) return build(place, manifests, folder, depth + 1);
    const documents = manifests.documents.get(place);
    if (documents) return objectsIn(documents);
    const text = textOf(near) ?? '';
    if (/^[a-z]+:\/\/|^git@|^github\.com\//.test(text))
      tell(near, `${text} lies elsewhere and was not looked at.`);
    else if (!folder.files.includes(place)) tell(near, `It uses ${place}, which was not found.`);
    return [];
  }

  const own = listed(node, root, 'resources', 'bases').flatMap(objectsAt);
  // A component changes what stands before it, and is no base of its own.
  const parts = listed(node, root, 'components').flatMap(({path: place}) => {
    const part = manifests.kustomizations.get(place);
    return part ? [{place, part}] : [];
  });
  let objects: readonly KubeObject[] = [...own, ...generated(node)];
  for (const {place, part} of parts) {
    const more = listed(part, place, 'resources', 'bases').flatMap(objectsAt);
    const whole = objects.concat(more, generated(part));
    objects = transformed(patched(whole, part, place, manifests, tell), part);
  }
  return transformed(patched(objects, node, root, manifests, tell), node);
}
