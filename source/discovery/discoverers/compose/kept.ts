import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import {at, row, runbook} from '../../findings.ts';
import {below, isMap, listOf, mapOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {about} from './components.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

interface Mount {
  readonly source: string;
  readonly target: string;
  readonly isReadOnly: boolean;
  readonly node: YamlNode;
}

function mountsOf({node}: Service, {text}: Project): Mount[] {
  return listOf(below(node, 'volumes')).flatMap((entry) => {
    const said = (key: string) => text(below(entry, key))?.text ?? '';
    if (isMap(entry))
      return said('type') === 'tmpfs'
        ? []
        : [
            {
              source: said('source'),
              target: said('target'),
              isReadOnly: said('read_only') === 'true',
              node: entry,
            },
          ];
    const [source = '', target, mode = ''] = (text(entry)?.text ?? '').split(':');
    return target === undefined
      ? []
      : [{source, target, isReadOnly: /\bro\b/.test(mode), node: entry}];
  });
}

const isPath = (source: string) => /^[./~$]/.test(source);

const dataWords =
  /(?:^|[/_-])(?:data|db|database|storage|uploads?|media|backups?|dumps?|state|pgdata|var\/lib)(?:$|[/_-])/i;

/** A named volume that is written to keeps data, and so does a folder that is called so. */
function keepsData({source, target, isReadOnly}: Mount): boolean {
  if (isReadOnly || source === '' || source.endsWith('.sock')) return false;
  if (!isPath(source)) return true;
  return path.posix.extname(target) === '' && (dataWords.test(source) || dataWords.test(target));
}

/** What is kept when the containers are gone; what several services share is found once. */
export function dataRows(services: readonly Service[], project: Project): Finding[] {
  const mounts = services.flatMap((service) =>
    mountsOf(service, project)
      .filter(keepsData)
      .map((mount) => ({...mount, service})),
  );
  return [...Map.groupBy(mounts, ({source}) => source)].map(([source, all]) => {
    const places = all.map(({target, service: {name, product}}) => {
      const what = product ? ` (${product.name})` : '';
      return `at ${target} in ${name}${what}`;
    });
    const kind = isPath(source) ? 'folder' : 'volume';
    const place = `${kind} ${source}, ${[...new Set(places)].join(', ')}`;
    const [first] = all;
    return row(
      'data',
      about(project, source),
      {name: source, place},
      at(first?.node.file ?? project.root.file, first?.node.line),
    );
  });
}

/** Where secrets lie that are given to services; their content is not read. */
export function accessRows({root, text}: Project): Finding[] {
  return [...mapOf(below(root, 'secrets'))].map(([name, node]) => {
    const file = text(below(node, 'file'))?.text;
    const variable = text(below(node, 'environment'))?.text;
    const place = file ?? (variable === undefined ? undefined : `the variable ${variable}`);
    return row(
      'access',
      `secret ${name}`,
      {name: `Secret ${name}`, secret: place ?? 'a secret that Docker keeps'},
      at(node.file, node.line),
    );
  });
}

/** How the containers are looked at and started again. */
export function projectRunbooks(
  {folder, files, root}: Project,
  services: readonly Service[],
): Finding[] {
  const enter = folder === '' ? '' : `cd '${folder}'\n`;
  const compose = ['docker compose', ...files.map((file) => `-f '${file}'`)].join(' ');
  const of = folder === '' ? '' : ` (${folder})`;
  const source = at(root.file);
  const running = services.filter(({off, isOnce}) => off === undefined && !isOnce);
  if (running.length === 0) return [];
  return [
    runbook(
      {
        name: `See which containers run${of}`,
        commands: `${enter}${compose} ps --all`,
        effect: 'safe',
      },
      source,
    ),
    runbook(
      {
        name: `Read the logs of the containers${of}`,
        commands: `${enter}${compose} logs --since 1h`,
        effect: 'safe',
      },
      source,
    ),
    runbook(
      {
        name: `Restart the containers${of}`,
        commands: `${enter}${compose} restart`,
        effect: 'changes',
      },
      source,
    ),
  ];
}
