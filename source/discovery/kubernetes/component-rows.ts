import {unknown, type Finding} from '../discovered.ts';
import {at, row} from '../findings.ts';
import {imageProduct, imageVersion, readImageName} from '../formats/image-name.ts';
import {productMark} from '../formats/known-products.ts';
import {textAt} from '../yaml/yaml-node.ts';
import {callsOf, type Cluster, type Workload} from './cluster.ts';
import {namespaceWords} from './kube-object.ts';
import {ending, offReason, type Container} from './pods.ts';

function versionOf({image}: Container): string {
  return image === undefined ? unknown : imageVersion(readImageName(image));
}

function madeOf({image}: Container): string {
  return image === undefined ? 'of an image that is not named' : `of ${image}`;
}

function placeOf({object}: Workload, container: Container): string {
  const {kind, name, node} = object;
  const replicas = textAt(node, 'spec', 'replicas');
  const ports = container.ports.map(({number, protocol, name: port}) =>
    [`port ${number}`, protocol === 'TCP' ? '' : ` ${protocol}`, port ? ` (${port})` : ''].join(''),
  );
  const off = offReason(object);
  return [
    `${kind} ${name}${namespaceWords(object)}`,
    ...(replicas === undefined || !/^[1-9]\d*$/.test(replicas) ? [] : [`replicas: ${replicas}`]),
    `container ${madeOf(container)}`,
    ...ports,
    ...(off === undefined ? [] : [`off by default: ${off}`]),
  ].join('; ');
}

function purposeOf({object}: Workload, {product, role}: Container): string {
  const what = product && `${product.name}, ${product.role}`;
  const how =
    object.kind === 'CronJob'
      ? 'started by a schedule'
      : object.kind === 'Job' && role === 'main'
        ? 'runs once and ends'
        : undefined;
  return [what, how].filter((word) => word !== undefined).join('; ');
}

/** A folder whose Dockerfile builds the image, by its name. */
function marksOf({image, product}: Container, {builds}: Cluster): string[] {
  const built = image === undefined ? undefined : builds.get(imageProduct(readImageName(image)));
  return [
    ...(built === undefined ? [] : [`folder:${built}`, `file:${built}/Dockerfile`]),
    ...(product ? [productMark(product)] : []),
  ];
}

function besideRow(workload: Workload, container: Container, cluster: Cluster): Finding {
  const {object, about} = workload;
  const {name, role, node, product} = container;
  const what = product && `${product.name}, ${product.role}; `;
  const fields = {
    name: `${object.name}: ${name}`,
    version: versionOf(container),
    place: `container ${madeOf(container)}, in ${object.kind} ${object.name}`,
    purpose: `${what ?? ''}${
      role === 'init'
        ? `runs once and ends, before ${object.name} starts`
        : `runs beside ${object.name}`
    }`,
  };
  const marks = marksOf(container, cluster);
  return row('components', `${about}: ${name}`, fields, at(node.file, node.line), {is: marks});
}

/** Each workload as a component, and each container besides the one that it is for. */
export function componentRows(cluster: Cluster): Finding[] {
  return cluster.workloads.flatMap((workload) => {
    const {object, about, containers} = workload;
    const [main, ...beside] = containers;
    if (!main) return [];
    const calls = callsOf(workload, cluster)
      .flatMap(({to}) => to)
      .filter((other) => other !== workload)
      .map((other) => other.object.name);
    const fields = {
      name: ending.includes(object.kind) && about !== object.about ? about : object.name,
      version: versionOf(main),
      place: placeOf(workload, main),
      purpose: purposeOf(workload, main),
      calls: [...new Set(calls)].join(', '),
    };
    const source = at(object.node.file, object.node.line);
    const marks = [`service:${object.about}`, ...marksOf(main, cluster)];
    return [
      row('components', about, fields, source, {is: marks}),
      ...beside.map((container) => besideRow(workload, container, cluster)),
    ];
  });
}
