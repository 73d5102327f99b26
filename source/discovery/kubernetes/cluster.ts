import path from 'node:path';
import {imageProduct, readImageName} from '../formats/image-name.ts';
import {namedHosts, type NamedHost} from '../formats/named-hosts.ts';
import {below, listOf, mapOf, textAt, textOf, type YamlNode} from '../yaml/yaml-node.ts';
import {isTemplate, ofKind, type KubeObject} from './kube-object.ts';
import {containersOf, ending, lasting, podLabels, type Container} from './pods.ts';

export interface Workload {
  readonly object: KubeObject;
  readonly containers: readonly Container[];
  /** What it is called among all that was found. */
  readonly about: string;
}

export interface Variable {
  readonly name: string;
  readonly value?: string;
  /** Where its value is, if not here: `Secret db, key password`. */
  readonly place?: string;
  readonly node: YamlNode;
}

/** What one way of applying manifests brings into a cluster. */
export interface Cluster {
  readonly objects: readonly KubeObject[];
  readonly workloads: readonly Workload[];
  /** Folders in which images are built, by the name of the folder. */
  readonly builds: ReadonlyMap<string, string>;
}

function isSame(one: KubeObject, other: KubeObject): boolean {
  return one.about === other.about;
}

function imageOf(object: KubeObject): string {
  const [main] = containersOf(object);
  return main?.image === undefined ? '' : imageProduct(readImageName(main.image));
}

/** A name alone where nothing else is called so; else with what tells it from the others. */
function aboutOf(object: KubeObject, all: readonly KubeObject[]): string {
  const same = all.filter((one) => isSame(one, object));
  if (ending.includes(object.kind) && same.some(({kind}) => lasting.includes(kind)))
    return `${object.kind} ${object.about}`;
  const dir = path.posix.dirname(object.node.file);
  const near = same.filter(({node}) => path.posix.dirname(node.file) === dir);
  const kinds = new Set(near.map(({kind}) => kind));
  const namespaces = new Set(near.map(({namespace}) => namespace));
  const of = namespaces.size > 1 && object.namespace !== undefined ? `${object.namespace}/` : '';
  const images = new Set(same.map(imageOf).filter((image) => image !== ''));
  if (images.size > 1 && near.length < same.length) return `${dir}/${of}${object.about}`;
  return `${of}${object.about}${kinds.size > 1 && !ending.includes(object.kind) ? ` ${object.kind}` : ''}`;
}

export function makeCluster(
  objects: readonly KubeObject[],
  builds: ReadonlyMap<string, string>,
): Cluster {
  const running = ofKind(objects, ...lasting, ...ending);
  return {
    objects,
    builds,
    workloads: running.map((object) => ({
      object,
      containers: containersOf(object),
      about: aboutOf(object, running),
    })),
  };
}

/** Whether two objects are in one namespace, as far as they say. */
export function isNear(one: KubeObject, other: KubeObject): boolean {
  const [a, b] = [one.namespace, other.namespace];
  return a === undefined || b === undefined || a === b;
}

/** The workloads that a service sends to. */
export function chosenBy(service: KubeObject, {workloads}: Cluster): Workload[] {
  const selector = mapOf(below(service.node, 'spec', 'selector'));
  if (selector.size === 0) return [];
  return workloads.filter(({object}) => {
    const labels = podLabels(object);
    const isChosen = [...selector].every(
      ([name, value]) => textOf(labels.get(name)) === textOf(value),
    );
    return isChosen && isNear(object, service) && lasting.includes(object.kind);
  });
}

function fromElsewhere(source: YamlNode | undefined): string | undefined {
  const said = (kind: string, key: string) => {
    const found = below(source, key);
    return found && `${kind} ${textAt(found, 'name') ?? ''}, key ${textAt(found, 'key') ?? ''}`;
  };
  return said('Secret', 'secretKeyRef') ?? said('ConfigMap', 'configMapKeyRef');
}

/** What a container has in its environment by name. */
export function variablesOf({node}: Container): Variable[] {
  return listOf(below(node, 'env')).flatMap((entry): Variable[] => {
    const name = textAt(entry, 'name');
    if (name === undefined || isTemplate(name)) return [];
    const place = fromElsewhere(below(entry, 'valueFrom'));
    if (place !== undefined) return [{name, place, node: entry}];
    if (below(entry, 'valueFrom')) return [];
    return [{name, value: textAt(entry, 'value') ?? '', node: entry}];
  });
}

/** With the ConfigMaps that it takes as a whole. */
function allVariables(container: Container, object: KubeObject, {objects}: Cluster): Variable[] {
  const maps = listOf(below(container.node, 'envFrom')).flatMap((entry) => {
    const name = textAt(entry, 'configMapRef', 'name');
    const found = ofKind(objects, 'ConfigMap').find(
      (map) => [map.about, map.name].includes(name ?? '') && isNear(map, object),
    );
    return [...mapOf(below(found?.node, 'data'))].map(([key, value]) => ({
      name: key,
      value: textOf(value) ?? '',
      node: value,
    }));
  });
  return [...maps, ...variablesOf(container)];
}

export interface Call extends NamedHost {
  readonly variable: string;
  readonly node: YamlNode;
  /** What answers there, where it is one of these. */
  readonly to: readonly Workload[];
  /** Whether a service of these manifests has this name. */
  readonly isHere: boolean;
}

/** What a workload is told to connect to. */
export function callsOf({object, containers}: Workload, cluster: Cluster): Call[] {
  const services = ofKind(cluster.objects, 'Service').filter(
    ({node}) => textAt(node, 'spec', 'type') !== 'ExternalName',
  );
  return containers.flatMap((container) => {
    const variables = allVariables(container, object, cluster);
    const valueOf = (name: string) => variables.find((one) => one.name === name)?.value;
    return variables.flatMap(({name, value = '', node}) =>
      namedHosts(name, value, valueOf).map((found) => {
        const [first = '', second, third] = found.host.split('.');
        const isInside = second === undefined || third === undefined || third === 'svc';
        const service = services.find(
          (one) =>
            isInside &&
            [one.name, one.about].includes(first) &&
            (second === undefined || one.namespace === undefined || one.namespace === second),
        );
        const to = service ? chosenBy(service, cluster) : [];
        return {...found, variable: name, node, to, isHere: service !== undefined};
      }),
    );
  });
}
