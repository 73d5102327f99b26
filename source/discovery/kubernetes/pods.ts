import {imageProduct, readImageName} from '../formats/image-name.ts';
import {knownProduct, type Product} from '../formats/known-products.ts';
import {below, listOf, mapOf, textAt, type YamlNode} from '../yaml/yaml-node.ts';
import {isTemplate, type KubeObject} from './kube-object.ts';

export interface ContainerPort {
  readonly number: string;
  readonly protocol: string;
  readonly name?: string;
}

export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly role: 'main' | 'sidecar' | 'init';
  readonly node: YamlNode;
  readonly product?: Product;
  readonly ports: readonly ContainerPort[];
}

/** What runs pods all the time, once, and by a schedule. */
export const lasting = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod', 'Rollout'];
export const ending = ['Job', 'CronJob'];

/** The pod that an object starts: its metadata and its spec. */
export function podOf({kind, node}: KubeObject): YamlNode | undefined {
  if (kind === 'Pod') return node;
  if (kind === 'CronJob') return below(node, 'spec', 'jobTemplate', 'spec', 'template');
  return lasting.includes(kind) || ending.includes(kind)
    ? below(node, 'spec', 'template')
    : undefined;
}

function portsOf(node: YamlNode): ContainerPort[] {
  return listOf(below(node, 'ports')).flatMap((port) => {
    const number = textAt(port, 'containerPort');
    const name = textAt(port, 'name');
    if (number === undefined) return [];
    const protocol = textAt(port, 'protocol') ?? 'TCP';
    return [{number, protocol, ...(name === undefined ? {} : {name})}];
  });
}

function toContainer(node: YamlNode, role: Container['role']): Container[] {
  const name = textAt(node, 'name');
  const image = textAt(node, 'image');
  if (name === undefined) return [];
  const isSaid = image !== undefined && !isTemplate(image);
  const product = isSaid ? knownProduct(imageProduct(readImageName(image))) : undefined;
  return [
    {
      name,
      role,
      node,
      ports: portsOf(node),
      ...(isSaid ? {image} : {}),
      ...(product ? {product} : {}),
    },
  ];
}

/** The containers of a pod, the one that the pod is for first. */
export function containersOf(object: KubeObject): Container[] {
  const spec = below(podOf(object), 'spec');
  const usual = listOf(below(spec, 'containers'));
  const isNamed = (node: YamlNode) => textAt(node, 'name') === object.about;
  const main = usual.find(isNamed) ?? usual[0];
  const inits = listOf(below(spec, 'initContainers'));
  // An init container that is always started again stays beside the others.
  const stays = (node: YamlNode) => textAt(node, 'restartPolicy') === 'Always';
  return [
    ...(main ? toContainer(main, 'main') : []),
    ...usual.filter((node) => node !== main).flatMap((node) => toContainer(node, 'sidecar')),
    ...inits.flatMap((node) => toContainer(node, stays(node) ? 'sidecar' : 'init')),
  ];
}

/** The labels by which services choose a pod. */
export function podLabels(object: KubeObject): ReadonlyMap<string, YamlNode> {
  return mapOf(below(podOf(object), 'metadata', 'labels'));
}

/** Why nothing of it runs now, where the manifest says so. */
export function offReason({kind, node}: KubeObject): string | undefined {
  if (textAt(node, 'spec', 'suspend') === 'true') return 'suspended';
  return kind !== 'CronJob' && textAt(node, 'spec', 'replicas') === '0' ? 'scaled to 0' : undefined;
}
