import path from 'node:path';
import type {Folder} from '../discoverer-entry.ts';
import {whyNoFact} from '../folder/not-facts.ts';
import {readYaml} from '../yaml/read-yaml.ts';
import type {YamlNode} from '../yaml/yaml-node.ts';

/** Data is mostly JSON, and manifests seldom are: these lie where manifests lie, or are called so. */
const manifestName =
  /\.ya?ml$|(?:^|\/)(?:k8s|kube\w*|manifests?|deploy\w*|base|overlays?)\/(?:.*\/)?[\w.-]+\.json$|[._-](?:deployment|service|statefulset|daemonset|cronjob|configmap|ingress)\.json$/i;
export const kustomizationName = /^(?:kustomization\.ya?ml|Kustomization)$/;

/** An object, or a patch of one by operations: no other YAML is read further. */
const manifestText = /^[\s-]*"?apiVersion"?\s*:|^kind\s*:|^\{.*"apiVersion"\s*:|^[\s-]*op\s*:/m;

/** Folders of what others start by a dot, such as `.github`, hold no manifests. */
export function isManifest(file: string): boolean {
  return (
    manifestName.test(file) &&
    !/(?:^|\/)\./.test(file) &&
    !kustomizationName.test(path.posix.basename(file))
  );
}

/** Whether a file lies in a chart, where helm fills it in. */
function isOfChart(file: string, charts: ReadonlySet<string>): boolean {
  let folder = path.posix.dirname(file);
  while (folder !== '.' && folder !== '/') {
    const name = path.posix.basename(folder);
    const above = path.posix.dirname(folder);
    if (['templates', 'charts', 'ci'].includes(name) && charts.has(above)) return true;
    folder = above;
  }
  return false;
}

async function documentsOf(file: string, folder: Folder): Promise<readonly YamlNode[]> {
  const text = await folder.read(file);
  if (text === undefined || !manifestText.test(text)) return [];
  const {documents, problems} = readYaml(text, file);
  if (problems.length > 0 && text.includes('{{')) {
    folder.leave(file, 'it is a template, which is filled in elsewhere');
    return [];
  }
  for (const problem of problems) folder.tell({file, ...problem});
  return documents;
}

/** The documents of each manifest by file, and the kustomizations. */
export interface Manifests {
  readonly documents: ReadonlyMap<string, readonly YamlNode[]>;
  readonly kustomizations: ReadonlyMap<string, YamlNode>;
}

async function readAll(folder: Folder): Promise<Manifests> {
  const files = folder.files.filter((file) => whyNoFact(file) === undefined);
  const charts = new Set(
    files
      .filter((file) => /(?:^|\/)Chart\.ya?ml$/.test(file))
      .map((file) => path.posix.dirname(file)),
  );
  const documents = new Map<string, readonly YamlNode[]>();
  const kustomizations = new Map<string, YamlNode>();
  async function readOne(file: string): Promise<readonly YamlNode[]> {
    if (isManifest(file)) return documentsOf(file, folder);
    if (!kustomizationName.test(path.posix.basename(file))) return [];
    const {documents: found, problems} = readYaml((await folder.read(file)) ?? '', file);
    for (const problem of problems) folder.tell({file, ...problem});
    return found;
  }
  for (const file of files) {
    const found = isOfChart(file, charts) ? [] : await readOne(file);
    const [first] = found;
    if (first && isManifest(file)) documents.set(file, found);
    else if (first) kustomizations.set(path.posix.dirname(file), first);
  }
  return {documents, kustomizations};
}

const known = new WeakMap<Folder, Promise<Manifests>>();

/** All manifests of a folder, read once: a service is found with what it sends to in another file. */
export async function manifestsOf(folder: Folder): Promise<Manifests> {
  const found = known.get(folder) ?? readAll(folder);
  known.set(folder, found);
  return found;
}
