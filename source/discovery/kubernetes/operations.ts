import type {Finding} from '../discovered.ts';
import {at, check, row, runbook} from '../findings.ts';
import {below, isList, listOf, textAt, type YamlNode} from '../yaml/yaml-node.ts';
import {chosenBy, isNear, type Cluster, type Workload} from './cluster.ts';
import {inNamespace, isTemplate, ofKind, textsOf, type KubeObject} from './kube-object.ts';
import {offReason, type Container} from './pods.ts';

/** Kinds of which kubectl can say whether they are rolled out. */
const rolled = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

function runs({object, containers}: Workload): boolean {
  return rolled.has(object.kind) && containers.length > 0 && offReason(object) === undefined;
}

function reference({kind, name}: KubeObject): string {
  return `${kind.toLowerCase()}/${name}`;
}

/** By which service, and which of its ports, a port of a container is reached. */
function wayTo(port: string, {name}: Container, workload: Workload, cluster: Cluster) {
  const own = workload.containers.find((one) => one.name === name)?.ports ?? [];
  const same = own.find((one) => one.name === port || one.number === port);
  const numbers = new Set([port, same?.number, same?.name].filter((one) => one !== undefined));
  for (const service of ofKind(cluster.objects, 'Service')) {
    if (!isNear(service, workload.object) || !chosenBy(service, cluster).includes(workload))
      continue;
    const found = listOf(below(service.node, 'spec', 'ports')).find((one) =>
      numbers.has(textAt(one, 'targetPort') ?? textAt(one, 'port') ?? ''),
    );
    const number = textAt(found, 'port');
    if (number !== undefined) return {service: service.name, port: number};
  }
  return undefined;
}

/** What kubectl asks to see what a probe sees: through the API server, or in the container. */
function probeCommand(
  probe: YamlNode,
  container: Container,
  workload: Workload,
  cluster: Cluster,
): readonly string[] | undefined {
  const {object} = workload;
  const words = textsOf(below(probe, 'exec', 'command'));
  if (isList(below(probe, 'exec', 'command')) && words.length > 0)
    return [
      'kubectl',
      ...inNamespace(object),
      'exec',
      reference(object),
      '-c',
      container.name,
      '--',
      ...words,
    ];
  const asked = below(probe, 'httpGet');
  const port = textAt(asked, 'port');
  if (port === undefined || object.namespace === undefined) return undefined;
  const way = wayTo(port, container, workload, cluster);
  if (!way) return undefined;
  const scheme = (textAt(asked, 'scheme') ?? 'HTTP').toLowerCase();
  const path = textAt(asked, 'path') ?? '/';
  const place = `/api/v1/namespaces/${object.namespace}/services/${scheme}:${way.service}:${way.port}/proxy`;
  return ['kubectl', 'get', '--raw', `${place}${path.startsWith('/') ? '' : '/'}${path}`];
}

function probeCheck(container: Container, workload: Workload, cluster: Cluster): Finding[] {
  const probe = below(container.node, 'readinessProbe') ?? below(container.node, 'livenessProbe');
  const command = probe && probeCommand(probe, container, workload, cluster);
  if (!command || command.some(isTemplate)) return [];
  const of = container.role === 'main' ? workload.about : `${workload.about}: ${container.name}`;
  const name = `${of} answers as its probe asks`;
  return [check({name, command, expect: {exit: 0}}, at(probe.file, probe.line))];
}

/** That each workload is rolled out, and what its probes ask. */
export function clusterChecks(cluster: Cluster): Finding[] {
  return cluster.workloads.filter(runs).flatMap((workload) => {
    const {object, about, containers} = workload;
    const command = [
      'kubectl',
      ...inNamespace(object),
      'rollout',
      'status',
      reference(object),
      '--timeout=20s',
    ];
    const {file, line} = object.node;
    return [
      check({name: `${about} is rolled out`, command, expect: {exit: 0}}, at(file, line)),
      ...containers.flatMap((container) => probeCheck(container, workload, cluster)),
    ];
  });
}

/** What is started by a schedule. */
export function jobRows({workloads}: Cluster): Finding[] {
  return workloads.flatMap(({object, about}) => {
    const rhythm = textAt(object.node, 'spec', 'schedule');
    if (object.kind !== 'CronJob' || rhythm === undefined || isTemplate(rhythm)) return [];
    const zone = textAt(object.node, 'spec', 'timeZone');
    const off = offReason(object);
    const words = [`${rhythm}${zone === undefined ? '' : `, ${zone}`}`, ...(off ? [off] : [])];
    const fields = {name: `CronJob ${object.name}`, rhythm: words.join('; ')};
    return [row('maintenance', `CronJob ${about}`, fields, at(object.node.file, object.node.line))];
  });
}

/** Namespaces in the words of kubectl; one that nobody says is the one that it is set to. */
function byNamespace(workloads: readonly Workload[]): [string, Workload[]][] {
  return [...Map.groupBy(workloads, ({object}) => object.namespace ?? '')];
}

function kubectl({object}: Workload, ...words: readonly string[]): string {
  return ['kubectl', ...inNamespace(object), ...words].join(' ');
}

/** How what runs is looked at and started again. */
export function clusterRunbooks({workloads}: Cluster): Finding[] {
  const running = workloads.filter(runs);
  const looks = byNamespace(running).flatMap(([namespace, all]) => {
    const [first] = all;
    if (!first) return [];
    const of = namespace === '' ? '' : ` in namespace ${namespace}`;
    const source = [...new Set(all.map(({object}) => object.node.file))].slice(0, 3).join(', ');
    const logs = all.map((one) =>
      kubectl(one, 'logs', reference(one.object), '--all-containers', '--since=1h'),
    );
    return [
      runbook(
        {
          name: `See what runs in Kubernetes${of}`,
          commands: kubectl(
            first,
            'get deployments,statefulsets,daemonsets,cronjobs,pods,services,ingresses -o wide',
          ),
          effect: 'safe',
        },
        source,
      ),
      runbook(
        {
          name: `Read the logs in Kubernetes${of}`,
          commands: [...new Set(logs)].join('\n'),
          effect: 'safe',
        },
        source,
      ),
    ];
  });
  const restarts = running.map((workload) => {
    const {object, about} = workload;
    return runbook(
      {
        name: `Restart ${about} in Kubernetes`,
        commands: [
          kubectl(workload, 'rollout restart', reference(object)),
          kubectl(workload, 'rollout status', reference(object), '--timeout=5m'),
        ].join('\n'),
        effect: 'changes',
      },
      at(object.node.file, object.node.line),
    );
  });
  return [...looks, ...restarts];
}
