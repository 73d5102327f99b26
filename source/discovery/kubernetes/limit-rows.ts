import type {Finding} from '../discovered.ts';
import {at, row, setting} from '../findings.ts';
import {below, listOf, mapOf, textAt, textOf} from '../yaml/yaml-node.ts';
import {chosenBy, type Cluster} from './cluster.ts';
import {isTemplate, ofKind, type KubeObject} from './kube-object.ts';
import {receivers} from './service-flows.ts';

function amounts(node: ReturnType<typeof below>): string {
  return [...mapOf(node)]
    .flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined || isTemplate(text) ? [] : [`${text} ${name}`];
    })
    .join(', ');
}

function containerLimits({workloads}: Cluster): Finding[] {
  return workloads.flatMap(({object, about, containers}) =>
    containers.flatMap((container) => {
      const node = below(container.node, 'resources');
      const most = amounts(below(node, 'limits'));
      const asked = amounts(below(node, 'requests'));
      if (!node || (most === '' && asked === '')) return [];
      const of = container.role === 'main' ? object.name : `${object.name}: ${container.name}`;
      const key = container.role === 'main' ? about : `${about}: ${container.name}`;
      const limit = most === '' ? 'none is set' : most;
      return [
        row(
          'capacity',
          `resources ${key}`,
          {
            name: `CPU and memory of ${of}`,
            limit: asked === '' ? limit : `${limit}; asks for ${asked}`,
          },
          at(node.file, node.line),
        ),
      ];
    }),
  );
}

function scalers({objects}: Cluster): Finding[] {
  return ofKind(objects, 'HorizontalPodAutoscaler').flatMap(({about, node}) => {
    const target = textAt(node, 'spec', 'scaleTargetRef', 'name') ?? about;
    const most = textAt(node, 'spec', 'maxReplicas');
    if (most === undefined || isTemplate(most)) return [];
    const least = textAt(node, 'spec', 'minReplicas') ?? '1';
    const metrics = listOf(below(node, 'spec', 'metrics')).flatMap((metric) => {
      const name = textAt(metric, 'resource', 'name');
      const share = textAt(metric, 'resource', 'target', 'averageUtilization');
      return name === undefined || share === undefined ? [] : [`${share} % ${name}`];
    });
    const share = textAt(node, 'spec', 'targetCPUUtilizationPercentage');
    const by = share === undefined ? metrics : [`${share} % cpu`];
    const limit = [
      `${most}, from ${least}`,
      ...(by.length > 0 ? [`grows by ${by.join(', ')}`] : []),
    ];
    const fields = {name: `Replicas of ${target}`, limit: limit.join('; ')};
    return [row('capacity', `replicas ${target}`, fields, at(node.file, node.line))];
  });
}

function chosenName(budget: KubeObject, cluster: Cluster): string {
  const matched = below(budget.node, 'spec', 'selector', 'matchLabels');
  if (!matched) return budget.about;
  const spec = {...budget.node, value: new Map([['selector', matched]])};
  const asService = {...budget, node: {...budget.node, value: new Map([['spec', spec]])}};
  return receivers(chosenBy(asService, cluster)) || budget.about;
}

function budgets(cluster: Cluster): Finding[] {
  return ofKind(cluster.objects, 'PodDisruptionBudget').flatMap((budget) =>
    ['minAvailable', 'maxUnavailable'].flatMap((name) => {
      const value = textAt(budget.node, 'spec', name);
      if (value === undefined || isTemplate(value)) return [];
      const place = `PodDisruptionBudget ${budget.name}`;
      const owner = chosenName(budget, cluster);
      return [setting({name, value, place, owner}, at(budget.node.file, budget.node.line))];
    }),
  );
}

/** What may be used, and how many run at most and at least. */
export function limitRows(cluster: Cluster): Finding[] {
  return [...containerLimits(cluster), ...scalers(cluster), ...budgets(cluster)];
}
