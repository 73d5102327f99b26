import type {Finding} from '../discovered.ts';
import {at, check, row} from '../findings.ts';
import {below, listOf, textAt, type YamlNode} from '../yaml/yaml-node.ts';
import {chosenBy, isNear, type Cluster} from './cluster.ts';
import {isTemplate, ofKind, textsOf, type KubeObject} from './kube-object.ts';
import {receivers} from './service-flows.ts';

/** A host under which something is reached from outside of the cluster. */
interface Entrance {
  readonly host: string;
  readonly isSecure: boolean;
  readonly port: string;
  readonly to: string;
  readonly through: string;
  readonly node: YamlNode;
}

function behind(service: string | undefined, by: KubeObject, cluster: Cluster): string {
  const found = ofKind(cluster.objects, 'Service').find(
    (one) => [one.name, one.about].includes(service ?? '') && isNear(one, by),
  );
  return (found && receivers(chosenBy(found, cluster))) || (service ?? 'not said');
}

function backendName(node: YamlNode | undefined): string | undefined {
  return textAt(node, 'service', 'name') ?? textAt(node, 'serviceName');
}

function ingressEntrances(ingress: KubeObject, cluster: Cluster): Entrance[] {
  const {node, name} = ingress;
  const secured = listOf(below(node, 'spec', 'tls'));
  const hosts = new Set(secured.flatMap((one) => textsOf(below(one, 'hosts'))));
  const usual =
    backendName(below(node, 'spec', 'defaultBackend')) ??
    backendName(below(node, 'spec', 'backend'));
  const entrance = (host: string, service: string | undefined, near: YamlNode): Entrance => {
    const isSecure = hosts.has(host) || (secured.length > 0 && hosts.size === 0);
    return {
      host,
      isSecure,
      port: isSecure ? '443' : '80',
      to: behind(service, ingress, cluster),
      through: `Ingress ${name}`,
      node: near,
    };
  };
  const rules = listOf(below(node, 'spec', 'rules'));
  const found = rules.flatMap((rule) => {
    const host = textAt(rule, 'host') ?? 'any host';
    const paths = listOf(below(rule, 'http', 'paths'));
    if (paths.length === 0) return [entrance(host, usual, rule)];
    return paths.map((one) => {
      const made = entrance(host, backendName(below(one, 'backend')) ?? usual, rule);
      const path = textAt(one, 'path') ?? '/';
      return path === '/' ? made : {...made, through: `${made.through}, path ${path}`};
    });
  });
  const isAlone = found.length === 0 && usual !== undefined;
  return isAlone ? [entrance('any host', usual, node)] : found;
}

const securedProtocols = new Set(['HTTPS', 'TLS']);

function gatewayEntrances(gateway: KubeObject): Entrance[] {
  const listeners = listOf(below(gateway.node, 'spec', 'listeners'));
  return listeners.map((listener) => ({
    host: textAt(listener, 'hostname') ?? 'any host',
    isSecure: securedProtocols.has(textAt(listener, 'protocol') ?? ''),
    port: textAt(listener, 'port') ?? 'not said',
    to: `Gateway ${gateway.name}`,
    through: `listener ${textAt(listener, 'name') ?? 'without a name'}`,
    node: listener,
  }));
}

function routeEntrances(route: KubeObject, cluster: Cluster): Entrance[] {
  const {node, name, kind} = route;
  const gateways = listOf(below(node, 'spec', 'parentRefs')).flatMap(
    (parent) => textAt(parent, 'name') ?? [],
  );
  const used = ofKind(cluster.objects, 'Gateway')
    .filter((one) => gateways.includes(one.name))
    .flatMap(gatewayEntrances);
  const services = listOf(below(node, 'spec', 'rules')).flatMap((rule) =>
    listOf(below(rule, 'backendRefs')).map((one) => behind(textAt(one, 'name'), route, cluster)),
  );
  const own = textsOf(below(node, 'spec', 'hostnames'));
  const [first] = used;
  return (own.length > 0 ? own : ['any host']).map((host) => {
    const exact =
      used.find((one) => one.host === host) ?? used.find((one) => one.isSecure) ?? first;
    return {
      host,
      isSecure: exact?.isSecure ?? false,
      port: exact?.port ?? 'not said',
      to: [...new Set(services)].join(', ') || 'not said',
      through: [`${kind} ${name}`, ...gateways.map((one) => `Gateway ${one}`)].join(', '),
      node,
    };
  });
}

function isHost(host: string): boolean {
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(host);
}

/** Hosts under which something is reached from outside, and checks of their certificates. */
export function entranceFindings(cluster: Cluster): Finding[] {
  const {objects} = cluster;
  const found = [
    ...ofKind(objects, 'Ingress').flatMap((one) => ingressEntrances(one, cluster)),
    ...ofKind(objects, 'Gateway').flatMap(gatewayEntrances),
    ...ofKind(objects, 'HTTPRoute', 'GRPCRoute', 'TLSRoute').flatMap((one) =>
      routeEntrances(one, cluster),
    ),
  ].filter(({host}) => !isTemplate(host));
  const flows = found.map(({host, isSecure, port, to, through, node}) =>
    row(
      'flows',
      `${host}:${port} to ${to} by ${through}`,
      {
        from: host === 'any host' ? 'whoever reaches the cluster' : `whoever calls ${host}`,
        to,
        port: `${port}, ${isSecure ? 'HTTPS' : 'HTTP'}`,
        purpose: through,
      },
      at(node.file, node.line),
    ),
  );
  const secured = found.filter(({host, isSecure, port}) => {
    return isSecure && isHost(host) && /^\d+$/.test(port);
  });
  const checks = secured.map(({host, port, node}) =>
    check(
      {
        name: `Certificate of ${host} has time left`,
        tls: `${host}:${port}`,
        expect: {days_left: {at_least: 14}},
      },
      at(node.file, node.line),
    ),
  );
  return [...flows, ...checks];
}
