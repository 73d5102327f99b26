import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';
import {isElsewhere} from '../../formats/named-hosts.ts';
import {readYamlFile} from '../../yaml/read-yaml-file.ts';
import {below, listOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';

interface Target {
  readonly host: string;
  readonly port: string | undefined;
  readonly job: string;
  readonly node: YamlNode;
}

const own = /^(?:localhost|127\.|0\.0\.0\.0|\[?::1)/;

function targetsOf(config: YamlNode, job: string): Target[] {
  return listOf(below(config, 'static_configs'))
    .flatMap((group) => listOf(below(group, 'targets')))
    .flatMap((node): Target[] => {
      const {host, port} =
        /^(?:https?:\/\/)?(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?(?:\/\S*)?$/.exec(
          textOf(node) ?? '',
        )?.groups ?? {};
      return host === undefined || own.test(host) ? [] : [{host, port, job, node}];
    });
}

/** What a configuration of Prometheus names: what it watches, whom it tells, and where it writes. */
function allTargets(root: YamlNode): Target[] {
  const jobs = listOf(below(root, 'scrape_configs')).flatMap((config) =>
    targetsOf(config, `watches it, job ${textAt(config, 'job_name') ?? 'without a name'}`),
  );
  const told = listOf(below(root, 'alerting', 'alertmanagers')).flatMap((config) =>
    targetsOf(config, 'sends alerts to it'),
  );
  const written = listOf(below(root, 'remote_write')).flatMap((config): Target[] => {
    const node = below(config, 'url');
    const {host, port} =
      /^https?:\/\/(?<host>[\w.-]+)(?::(?<port>\d+))?/.exec(textOf(node) ?? '')?.groups ?? {};
    return !node || host === undefined || own.test(host)
      ? []
      : [{host, port: port ?? '443', job: 'writes what it has seen to it', node}];
  });
  return [...jobs, ...told, ...written];
}

function drafts(root: YamlNode, file: string): Finding[] {
  const targets = allTargets(root);
  const once = [...Map.groupBy(targets, ({host, port}) => `${host}:${port}`).values()];
  const component = row(
    'components',
    'prometheus',
    {name: 'prometheus', place: `configured by ${file}`, purpose: 'Prometheus, monitoring'},
    at(file),
    {of: 'product:Prometheus', is: ['product:Prometheus']},
  );
  return [
    component,
    ...once.flatMap((all) => {
      const [first] = all;
      if (!first) return [];
      const {host, port, node} = first;
      const purpose = [...new Set(all.map(({job}) => job))].join('; ');
      const source = at(node.file, node.line);
      return [
        ...(port === undefined
          ? []
          : [
              row(
                'flows',
                `prometheus to ${host}:${port}`,
                {from: 'prometheus', to: host, port: `${port}, TCP`, purpose},
                source,
              ),
            ]),
        ...(isElsewhere(host)
          ? [
              row(
                'dependencies',
                host,
                {name: host, direction: 'we call it', purpose: `prometheus ${purpose}`},
                source,
              ),
            ]
          : []),
      ];
    }),
  ];
}

/** Prometheus: what it watches is often told nowhere else. */
export const scrapers: Discoverer = {
  name: 'scrapers',
  looksAt: 'configuration of Prometheus: what it watches, and whom it tells',
  wants: (file) => /^prometheus[\w.-]*\.ya?ml$/i.test(path.posix.basename(file)),
  async discover(file, folder) {
    // Rules, charts and their templates are called so as well.
    if (!/^scrape_configs\s*:/m.test((await folder.read(file)) ?? '')) return [];
    const [root] = await readYamlFile(folder, file);
    return root ? drafts(root, file) : [];
  },
};
