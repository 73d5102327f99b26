import path from 'node:path';
import {unknown, type Finding} from '../../discovered.ts';
import {at, row} from '../../findings.ts';
import {imageVersion, readImageName} from '../../formats/image-name.ts';
import {productMark} from '../../formats/known-products.ts';
import {connectionsOf} from './connections.ts';
import type {Port} from './ports.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

/** What a thing of a project is called among those of all projects. */
export function about({folder}: Project, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

export function portWords({address, published, target, protocol}: Port): string {
  const host = published ?? 'any free one';
  const from =
    address === undefined ? host : `${address.includes(':') ? `[${address}]` : address}:${host}`;
  const to = published === target ? '' : `, ${target} in the container`;
  return `${from}${protocol === 'TCP' ? '' : ` ${protocol}`}${to}`;
}

function placeOf({image, build, ports, network, off}: Service): string {
  const built = build && `built from ${build.dockerfile}`;
  const made = image
    ? `of ${image.text}${built ? `, ${built}` : ''}`
    : (built ?? 'of an image that is not named');
  const published = ports.map((port) => `port ${portWords(port)}`);
  const shared =
    network === undefined
      ? []
      : [
          network === 'host'
            ? "on the host's own network"
            : network === 'none'
              ? 'without a network'
              : `on the network of ${network}`,
        ];
  return [
    `container ${made}`,
    ...published,
    ...shared,
    ...(off === undefined ? [] : [`off by default: ${off}`]),
  ].join('; ');
}

function purposeOf({product, isOnce}: Service): string {
  const what = product && `${product.name}, ${product.role}`;
  return [what, isOnce ? 'runs once and ends' : undefined]
    .filter((word) => word !== undefined)
    .join('; ');
}

function markOf({build, product}: Service): string[] {
  return [
    ...(build ? [`folder:${build.context}`, `file:${build.dockerfile}`] : []),
    ...(product ? [productMark(product)] : []),
  ];
}

/** Each service as a component, whether it runs all the time, once, or only when it is asked for. */
export function componentRows(services: readonly Service[], project: Project): Finding[] {
  const names = new Set(services.map(({name}) => name));
  return services.map((service) => {
    const {name, node, image, needs} = service;
    const called = connectionsOf(service, project).map(({host}) => host);
    const calls = new Set([...needs, ...called].filter((one) => names.has(one) && one !== name));
    const isPlain = image !== undefined && !image.isOpen;
    const fields = {
      name: project.folder === '' ? name : `${name} (${path.posix.basename(project.folder)})`,
      version: isPlain ? imageVersion(readImageName(image.text)) : unknown,
      place: placeOf(service),
      purpose: purposeOf(service),
      calls: [...calls].join(', '),
    };
    const known = {is: [`service:${name}`, ...markOf(service)]};
    return row('components', about(project, name), fields, at(node.file, node.line), known);
  });
}
