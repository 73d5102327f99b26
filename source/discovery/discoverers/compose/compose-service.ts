import path from 'node:path';
import type {Expanded} from '../../formats/expand.ts';
import {imageProduct, readImageName} from '../../formats/image-name.ts';
import {knownProduct, type Product} from '../../formats/known-products.ts';
import {below, isMap, listOf, mapOf, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {asMap} from './merge.ts';
import {portsOf, type Port} from './ports.ts';
import type {Project} from './project.ts';

export interface Service {
  readonly name: string;
  readonly node: YamlNode;
  readonly image?: Expanded;
  /** From the top of the folder that is looked at. */
  readonly build?: {
    readonly context: string;
    readonly dockerfile: string;
    /** The stage that is built, where it is not the last one. */
    readonly target?: string | undefined;
  };
  /** What is run in its container to tell whether it is healthy. */
  readonly health?: {
    readonly words: readonly string[];
    readonly file: string;
    readonly line: number;
  };
  readonly product?: Product;
  readonly ports: readonly Port[];
  /** Whose network it is on: `host`, or the service whose ports are its own. */
  readonly network?: string;
  /** Services that it waits for. */
  readonly needs: readonly string[];
  /** It ends by itself when it has done its work. */
  readonly isOnce: boolean;
  /** Why a usual start does not bring it up. */
  readonly off?: string;
}

/** Command and entrypoint as a line. */
export function commandLine(
  node: YamlNode,
  {text}: Project,
  key: 'command' | 'entrypoint',
): string {
  const found = mapOf(node).get(key);
  const one = text(found)?.text;
  return (
    one ??
    listOf(found)
      .map((part) => text(part)?.text ?? '')
      .join(' ')
  );
}

function buildOf(node: YamlNode, {text, folder}: Project): Service['build'] {
  const build = below(node, 'build');
  const written = isMap(build) ? below(build, 'context') : build;
  if (!build || (!isMap(build) && written === undefined)) return undefined;
  const base = path.posix.dirname(written?.file ?? node.file);
  const context = text(written)?.text ?? '.';
  if (/^[a-z+]+:\/\/|^git@|\$\{/.test(context)) return undefined;
  const place = path.posix.join(base === '.' ? folder : base, context);
  const dockerfile = text(below(build, 'dockerfile'))?.text ?? 'Dockerfile';
  return {
    context: place.replace(/\/$/, ''),
    dockerfile: path.posix.join(place, dockerfile),
    target: text(below(build, 'target'))?.text,
  };
}

const onceNames =
  /(?:^|[-_])(?:migrat\w*|init|seed|setup|bootstrap|createbuckets?|create-topics?|prepare|install)(?:$|[-_])/i;

function isOnce(name: string, node: YamlNode, awaited: ReadonlySet<string>): boolean {
  if (awaited.has(name)) return true;
  const restart = textOf(below(node, 'restart')) ?? 'no';
  return /^(?:no|false|on-failure.*)$/.test(restart) && onceNames.test(name);
}

function offReason(node: YamlNode, {text, profiles}: Project): string | undefined {
  const own = listOf(below(node, 'profiles')).flatMap((one) => text(one)?.text ?? []);
  if (own.length > 0 && !profiles.has('*') && !own.some((one) => profiles.has(one)))
    return `profile ${own.join(' or ')}`;
  const count = text(below(node, 'deploy', 'replicas'))?.text ?? text(below(node, 'scale'))?.text;
  return count === '0' ? 'scaled to 0' : undefined;
}

function needsOf(node: YamlNode): Map<string, YamlNode> {
  const waits = mapOf(asMap(below(node, 'depends_on')));
  const links = listOf(below(node, 'links')).flatMap((link): [string, YamlNode][] => {
    const [name] = (textOf(link) ?? '').split(':');
    return name ? [[name, link]] : [];
  });
  return new Map([...waits, ...links]);
}

/** Services that others wait for to end. */
function awaitedEnds(services: ReadonlyMap<string, YamlNode>): Set<string> {
  const found = [...services.values()].flatMap((node) =>
    [...needsOf(node)].flatMap(([name, how]) =>
      textOf(below(how, 'condition')) === 'service_completed_successfully' ? [name] : [],
    ),
  );
  return new Set(found);
}

/** The services of a project, in the order in which they are written. */
export function servicesOf(project: Project): Service[] {
  const services = mapOf(below(project.root, 'services'));
  const awaited = awaitedEnds(services);
  return [...services]
    .filter(([, node]) => isMap(node))
    .map(([name, node]) => {
      const image = project.text(below(node, 'image'));
      const build = buildOf(node, project);
      const product = image && knownProduct(imageProduct(readImageName(image.text)));
      const network = project
        .text(below(node, 'network_mode'))
        ?.text.replace(/^(?:service|container):/, '');
      const off = offReason(node, project);
      return {
        name,
        node,
        ports: portsOf(node, project),
        needs: [...needsOf(node).keys()],
        isOnce: isOnce(name, node, awaited),
        ...(image ? {image} : {}),
        ...(build ? {build} : {}),
        ...(product ? {product} : {}),
        ...(network === undefined || network === 'bridge' ? {} : {network}),
        ...(off === undefined ? {} : {off}),
      };
    });
}
