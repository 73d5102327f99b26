import {unknown, type Finding} from '../../discovered.ts';
import {row} from '../../findings.ts';
import {imageVersion, readImageName} from '../../formats/image-name.ts';
import type {Said, Words} from '../asked-host.ts';

/** Names, images and schedules alone: what their environments hold is not asked for. */
export const listWorkloads: Words = [
  'kubectl',
  'get',
  'deployments,statefulsets,daemonsets,cronjobs',
  '--all-namespaces',
  '--output',
  'jsonpath={range .items[*]}{.kind}|{.metadata.namespace}|{.metadata.name}|{.spec.template.spec.containers[*].image}{.spec.jobTemplate.spec.template.spec.containers[*].image}|{.spec.schedule}|{.spec.suspend}{"\\n"}{end}',
];

export const listReleases: Words = ['helm', 'list', '--all-namespaces', '--output', 'json'];

/** What runs in a cluster, but for what the cluster itself needs. */
export function workloadRows(said: Said, context: string): Finding[] {
  return said.text.split('\n').flatMap((line): Finding[] => {
    const [kind = '', space = '', name = '', images = '', schedule = '', off] = line.split('|');
    if (name === '' || space.startsWith('kube-')) return [];
    const [image = ''] = images.split(' ');
    const about = `${space}/${name}`;
    return [
      row(
        'components',
        about,
        {
          name,
          version: image === '' ? unknown : imageVersion(readImageName(image)),
          place: `${kind} in namespace ${space} of ${context}, ${images.split(' ').join(' and ')}`,
        },
        said.source,
      ),
      ...(schedule === ''
        ? []
        : [
            row(
              'maintenance',
              about,
              {
                name: `${kind} ${about}`,
                rhythm: `${schedule}${off === 'true' ? '; suspended' : ''}`,
              },
              said.source,
            ),
          ]),
    ];
  });
}

interface Release {
  readonly name?: unknown;
  readonly namespace?: unknown;
  readonly chart?: unknown;
  readonly app_version?: unknown;
}

/** What Helm has installed. */
export function releaseRows(said: Said, context: string): Finding[] {
  const releases = JSON.parse(said.text) as readonly Release[];
  return releases.map(({name, namespace, chart, app_version: version}) =>
    row(
      'components',
      `release ${String(namespace)}/${String(name)}`,
      {
        name: `${String(name)} (Helm)`,
        version: typeof version === 'string' && version !== '' ? version : 'unknown',
        place: `chart ${String(chart)} in namespace ${String(namespace)} of ${context}`,
      },
      said.source,
    ),
  );
}
