import type {Finding} from '../discovered.ts';
import {at, row} from '../findings.ts';
import {isElsewhere} from '../formats/named-hosts.ts';
import {below, listOf, textAt} from '../yaml/yaml-node.ts';
import {callsOf, chosenBy, type Cluster, type Workload} from './cluster.ts';
import {namespaceWords, ofKind, textsOf, type KubeObject} from './kube-object.ts';

const callers: Readonly<Record<string, string>> = {
  ClusterIP: 'inside of the cluster',
  NodePort: 'whoever reaches a node',
  LoadBalancer: 'whoever reaches the load balancer',
};

/** Names of what a service sends to, each once. */
export function receivers(workloads: readonly Workload[]): string {
  return [...new Set(workloads.map(({object}) => object.name))].join(', ');
}

/** The number behind a port that is named in the container. */
function numberOf(target: string, workloads: readonly Workload[]): string {
  const ports = workloads.flatMap(({containers}) => containers.flatMap((one) => one.ports));
  return ports.find(({name}) => name === target)?.number ?? target;
}

function serviceRows(service: KubeObject, cluster: Cluster): Finding[] {
  const {node, name, about} = service;
  const type = textAt(node, 'spec', 'type') ?? 'ClusterIP';
  const chosen = chosenBy(service, cluster);
  const isHeadless = textAt(node, 'spec', 'clusterIP') === 'None';
  const allowed = textsOf(below(node, 'spec', 'loadBalancerSourceRanges'));
  return listOf(below(node, 'spec', 'ports')).flatMap((port) => {
    const number = textAt(port, 'port');
    if (number === undefined) return [];
    const protocol = textAt(port, 'protocol') ?? 'TCP';
    const target = numberOf(textAt(port, 'targetPort') ?? number, chosen);
    const nodePort = textAt(port, 'nodePort');
    const called = textAt(port, 'name');
    const purpose = [
      `Service ${name}${namespaceWords(service)}, ${isHeadless ? 'headless' : type}`,
      called === undefined ? undefined : `port ${called}`,
      target === number ? undefined : `${target} in the container`,
      nodePort === undefined ? undefined : `${nodePort} on each node`,
      chosen.length === 0 ? 'no workload that was found is chosen by it' : undefined,
    ].filter((word) => word !== undefined);
    const from = allowed.length > 0 ? allowed.join(', ') : (callers[type] ?? 'not said');
    return [
      row(
        'flows',
        `Service ${about} ${number}/${protocol}`,
        {
          from,
          to: receivers(chosen) || name,
          port: `${number}, ${protocol}`,
          purpose: purpose.join('; '),
        },
        at(port.file, port.line),
      ),
    ];
  });
}

/** What comes in by services, and what workloads are told to call. */
export function serviceFlows(cluster: Cluster): Finding[] {
  const services = ofKind(cluster.objects, 'Service').flatMap((service) =>
    serviceRows(service, cluster),
  );
  const called = cluster.workloads.flatMap((workload) =>
    callsOf(workload, cluster).flatMap(({host, port, variable, node, isHere, to}) =>
      port === undefined || !(isHere || isElsewhere(host)) || to.includes(workload)
        ? []
        : [
            row(
              'flows',
              `${workload.about} to ${host}:${port}`,
              {
                from: workload.object.name,
                to: receivers(to) || host,
                port: `${port}, TCP`,
                purpose: `as ${variable} says`,
              },
              at(node.file, node.line),
            ),
          ],
    ),
  );
  return [...services, ...called];
}

/** Other systems: those that workloads are told to call, and those that a service stands for. */
export function dependencyRows(cluster: Cluster): Finding[] {
  const named = ofKind(cluster.objects, 'Service').flatMap(({name, node}) => {
    const host = textAt(node, 'spec', 'externalName');
    return host === undefined ? [] : [{host, purpose: `Service ${name} stands for it`, node}];
  });
  const meshed = ofKind(cluster.objects, 'ServiceEntry').flatMap(({name, node}) =>
    textsOf(below(node, 'spec', 'hosts')).map((host) => ({
      host,
      purpose: `let out by ServiceEntry ${name}`,
      node,
    })),
  );
  const called = cluster.workloads.flatMap((workload) =>
    callsOf(workload, cluster).flatMap(({host, variable, node, isHere}) =>
      isHere || !isElsewhere(host)
        ? []
        : [{host, purpose: `${variable} of ${workload.object.name}`, node}],
    ),
  );
  return [...named, ...meshed, ...called].map(({host, purpose, node}) =>
    row(
      'dependencies',
      host,
      {name: host, direction: 'we call it', purpose},
      at(node.file, node.line),
    ),
  );
}
