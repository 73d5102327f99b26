import {unknown, type Finding} from '../../discovered.ts';
import {at, row, setting} from '../../findings.ts';
import {isSchedule} from '../../formats/cron-lines.ts';
import {imageProduct, imageVersion, readImageName} from '../../formats/image-name.ts';
import {knownProduct, productMark} from '../../formats/known-products.ts';
import {judgeKey} from '../../../redaction/rules/secret-names.ts';
import {below, listOf, mapOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';
import type {Chart} from './chart-file.ts';
import {imagesIn, isOff, leafText, leavesIn, mapsIn} from './chart-values.ts';

const callers: Readonly<Record<string, string>> = {
  ClusterIP: 'inside of the cluster',
  NodePort: 'whoever reaches a node',
  LoadBalancer: 'whoever reaches the load balancer',
};

function named({name}: Chart, path: readonly string[]): string {
  return path.length === 0 ? name : `${name}/${path.join('.')}`;
}

/** The chart and each image that its values name. */
export function imageRows(chart: Chart, values: YamlNode | undefined): Finding[] {
  const images = values ? imagesIn(values) : [];
  const main =
    images.find(({path}) => path.length === 0) ?? (images.length === 1 ? images[0] : undefined);
  const place = `Helm chart ${chart.name} ${chart.version}`;
  const rows = images.map((image) => {
    const text = image.tag === undefined ? image.repository : `${image.repository}:${image.tag}`;
    const read = readImageName(text);
    const product = knownProduct(imageProduct(read));
    const isMain = image === main;
    const own = imageVersion(read);
    const isOfChart = isMain && image.tag === undefined && own === unknown;
    const off = values && isOff(values, image.path) ? '; off by default' : '';
    const about = isMain ? chart.name : named(chart, image.path);
    const fields = {
      name: about,
      version: isOfChart ? (chart.appVersion ?? unknown) : own,
      place: `${place}; container of ${text}${off}`,
      purpose: product && `${product.name}, ${product.role}`,
    };
    const marks = [`service:${about}`, ...(product ? [productMark(product)] : [])];
    return row('components', about, fields, at(image.node.file, image.node.line), {is: marks});
  });
  if (main) return rows;
  const fields = {name: chart.name, version: chart.appVersion ?? unknown, place};
  return [row('components', chart.name, fields, at(chart.file, chart.line)), ...rows];
}

function portsOf(service: YamlNode): {name?: string; port: string; node: YamlNode}[] {
  const single = below(service, 'port') ?? below(service, 'externalPort');
  const port = textOf(single);
  const more = [...mapOf(below(service, 'ports'))].flatMap(([name, node]) => {
    const number = textOf(node) ?? textAt(node, 'port');
    return number === undefined ? [] : [{name, port: number, node}];
  });
  const all = single && port !== undefined ? [{port, node: single}, ...more] : more;
  return all.filter((one) => /^\d+$/.test(one.port));
}

/** Ports of services and hosts of ingresses, as values have them. */
export function valueFlows(chart: Chart, values: YamlNode): Finding[] {
  return mapsIn(values).flatMap(({path, node}) => {
    const last = path.at(-1);
    if (isOff(values, path)) return [];
    const to = named(chart, path.slice(0, -1));
    if (last === 'service')
      return portsOf(node).map(({name, port, node: near}) => {
        const type = textAt(node, 'type') ?? 'ClusterIP';
        const fields = {
          from: callers[type] ?? 'not said',
          to,
          port: `${port}, TCP`,
          purpose: `${type}${name === undefined ? '' : `, port ${name}`}`,
        };
        return row('flows', `chart ${to} ${port}`, fields, at(near.file, near.line));
      });
    if (last !== 'ingress' || textAt(node, 'enabled') !== 'true') return [];
    const hosts = listOf(below(node, 'hosts')).flatMap(
      (one) => textOf(one) ?? textAt(one, 'host') ?? [],
    );
    const own = textAt(node, 'hostname');
    const tls = below(node, 'tls');
    const isSecure = listOf(tls).length > 0 || textOf(tls) === 'true';
    return [...hosts, ...(own === undefined ? [] : [own])].map((host) =>
      row(
        'flows',
        `chart ${to} ${host}`,
        {
          from: `whoever calls ${host}`,
          to,
          port: isSecure ? '443, HTTPS' : '80, HTTP',
          purpose: 'Ingress',
        },
        at(node.file, node.line),
      ),
    );
  });
}

/** What is kept, and what is started by a schedule. */
export function keptRows(chart: Chart, values: YamlNode): Finding[] {
  return mapsIn(values).flatMap(({path, node}) => {
    const size = textAt(node, 'size');
    const rhythm = textAt(node, 'schedule');
    const about = named(chart, path);
    const off = isOff(values, path) ? '; off by default' : '';
    const source = at(node.file, node.line);
    const isKept =
      /^(?:persistence|volume|storage)$/i.test(path.at(-1) ?? '') &&
      size !== undefined &&
      off === '';
    return [
      ...(isKept
        ? [
            row(
              'data',
              about,
              {
                name: about,
                place: `volume of ${size}, as ${path.join('.')} of chart ${chart.name} says`,
              },
              source,
            ),
          ]
        : []),
      ...(rhythm !== undefined && isSchedule(rhythm)
        ? [row('maintenance', `chart ${about}`, {name: about, rhythm: `${rhythm}${off}`}, source)]
        : []),
    ];
  });
}

/** Names of secrets that stand in the values. */
export function secretSettings(chart: Chart, values: YamlNode): Finding[] {
  return leavesIn(values).flatMap((leaf) => {
    const isSecret = judgeKey(leaf.path.at(-1) ?? '') !== undefined;
    if (!isSecret || (leafText(leaf) ?? '') === '') return [];
    const {file, line} = leaf.node;
    return [
      setting(
        {name: leaf.path.join('.'), value: undefined, place: file, owner: chart.name},
        at(file, line),
      ),
    ];
  });
}

/** What another file of values has otherwise than the chart. */
export function changedSettings(
  chart: Chart,
  values: YamlNode | undefined,
  over: YamlNode,
): Finding[] {
  const usual = new Map(
    values ? leavesIn(values).map((leaf) => [leaf.path.join('.'), leafText(leaf)]) : [],
  );
  return leavesIn(over).flatMap((leaf) => {
    const name = leaf.path.join('.');
    const value = leafText(leaf);
    if (value !== undefined && value === usual.get(name)) return [];
    const {file, line} = leaf.node;
    const isSecret = leaf.path.some((part) => judgeKey(part) !== undefined);
    const said = {name, value: isSecret || value?.includes('{{') === true ? undefined : value};
    return [
      setting(
        {...said, place: file, usual: isSecret ? undefined : usual.get(name), owner: chart.name},
        at(file, line),
      ),
    ];
  });
}
