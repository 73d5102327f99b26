import type {Finding} from '../discovered.ts';
import {at, row, setting} from '../findings.ts';
import {below, listOf, mapOf, textAt, textOf, type YamlNode} from '../yaml/yaml-node.ts';
import {variablesOf, type Cluster, type Workload} from './cluster.ts';
import {isTemplate, namespaceWords, ofKind, type KubeObject} from './kube-object.ts';
import {podOf} from './pods.ts';

/** A file in a ConfigMap is told by its length. */
function valueOf(text: string): string {
  const lines = text.trimEnd().split('\n').length;
  return lines > 1 ? `a file of ${lines} lines` : text;
}

/** What ConfigMaps hold, and what containers have in their environment. */
export function settingRows({objects, workloads}: Cluster): Finding[] {
  const maps = ofKind(objects, 'ConfigMap').flatMap(({about, name, node}) =>
    [...mapOf(below(node, 'data'))].map(([key, value]) =>
      setting(
        {name: key, value: valueOf(textOf(value) ?? ''), place: `ConfigMap ${name}`, owner: about},
        at(value.file, value.line),
      ),
    ),
  );
  const variables = workloads.flatMap(({about, containers}) =>
    containers.flatMap((container) =>
      variablesOf(container).map(({name, value, place, node}) => {
        const isSaid = value !== undefined && !isTemplate(value);
        const owner = container.role === 'main' ? about : `${about}, ${container.name}`;
        return setting(
          {name, value: isSaid ? value : undefined, place: place ?? node.file, owner},
          at(node.file, node.line),
        );
      }),
    ),
  );
  return [...maps, ...variables];
}

function secretRow(object: KubeObject, keys: readonly string[], from?: string): Finding {
  const {kind, name, about, node} = object;
  const which = keys.length > 0 ? `, keys ${[...new Set(keys)].join(', ')}` : '';
  const secret = `${kind} ${name}${namespaceWords(object)}${which}${from === undefined ? '' : `, from ${from}`}`;
  return row(
    'access',
    `secret ${about}`,
    {name: `Secret ${name}`, secret},
    at(node.file, node.line),
  );
}

/** Where secrets lie, by name; no value of one is looked at. */
export function accessRows({objects}: Cluster): Finding[] {
  const plain = ofKind(objects, 'Secret').map((object) => {
    const keys = ['data', 'stringData'].flatMap((part) => [
      ...mapOf(below(object.node, part)).keys(),
    ]);
    return secretRow(object, keys);
  });
  const sealed = ofKind(objects, 'SealedSecret').map((object) =>
    secretRow(object, [...mapOf(below(object.node, 'spec', 'encryptedData')).keys()]),
  );
  const outer = ofKind(objects, 'ExternalSecret').map((object) => {
    const keys = listOf(below(object.node, 'spec', 'data')).flatMap(
      (one) => textAt(one, 'secretKey') ?? [],
    );
    return secretRow(object, keys, textAt(object.node, 'spec', 'secretStoreRef', 'name'));
  });
  const certificates = ofKind(objects, 'Ingress').flatMap((object) =>
    listOf(below(object.node, 'spec', 'tls')).flatMap((one) => {
      const name = textAt(one, 'secretName');
      if (name === undefined || isTemplate(name)) return [];
      const {namespace} = object;
      const said = {kind: 'Secret', name, about: name, node: one};
      return [secretRow({...said, ...(namespace === undefined ? {} : {namespace})}, [])];
    }),
  );
  return [...plain, ...sealed, ...outer, ...certificates];
}

interface Mounted {
  readonly workload: Workload;
  readonly path: string;
}

function mountsOf(workload: Workload, volume: string): Mounted[] {
  return workload.containers.flatMap(({node}) =>
    listOf(below(node, 'volumeMounts'))
      .filter((mount) => textAt(mount, 'name') === volume)
      .map((mount) => ({workload, path: textAt(mount, 'mountPath') ?? 'a path that is not said'})),
  );
}

function sizeWords(node: YamlNode | undefined): string {
  const size = textAt(node, 'spec', 'resources', 'requests', 'storage');
  const kind = textAt(node, 'spec', 'storageClassName');
  return [size, kind === undefined || kind === '' ? undefined : `storage class ${kind}`]
    .filter((word) => word !== undefined && !isTemplate(word))
    .join(', ');
}

function dataRow(about: string, what: string, mounts: readonly Mounted[], node: YamlNode): Finding {
  const places = mounts.map(({workload, path}) => `at ${path} in ${workload.object.name}`);
  const place = [what, ...new Set(places)].join(', ');
  return row('data', about, {name: about, place}, at(node.file, node.line));
}

/** What is kept when pods are gone. */
export function dataRows({objects, workloads}: Cluster): Finding[] {
  const volumes = workloads.flatMap((workload) =>
    listOf(below(podOf(workload.object), 'spec', 'volumes')).map((volume) => ({
      workload,
      volume,
      mounts: mountsOf(workload, textAt(volume, 'name') ?? ''),
    })),
  );
  const claims = ofKind(objects, 'PersistentVolumeClaim').map((object) => {
    const {about, name, node} = object;
    const used = volumes.filter(({volume}) =>
      [name, about].includes(textAt(volume, 'persistentVolumeClaim', 'claimName') ?? ''),
    );
    const what = [`PersistentVolumeClaim ${name}${namespaceWords(object)}`, sizeWords(node)];
    const mounts = used.flatMap((one) => one.mounts);
    return dataRow(about, what.filter(Boolean).join(', '), mounts, node);
  });
  const templates = workloads.flatMap((workload) =>
    listOf(below(workload.object.node, 'spec', 'volumeClaimTemplates')).flatMap((node) => {
      const name = textAt(node, 'metadata', 'name');
      if (name === undefined) return [];
      const what = ['a PersistentVolumeClaim of each pod', sizeWords(node)].filter(Boolean);
      const mounts = mountsOf(workload, name);
      return [dataRow(`${workload.about} ${name}`, what.join(', '), mounts, node)];
    }),
  );
  const folders = volumes.flatMap(({workload, volume, mounts}) => {
    const path = textAt(volume, 'hostPath', 'path');
    const isKept =
      path !== undefined && !/^\/(?:proc|sys|dev|etc|run|var\/(?:run|log)|)(?:\/|$)/.test(path);
    if (!isKept || mounts.length === 0) return [];
    return [dataRow(`${workload.about} ${path}`, `folder ${path} of the node`, mounts, volume)];
  });
  return [...claims, ...templates, ...folders];
}
