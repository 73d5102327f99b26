import path from 'node:path';
import {unknown, type Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, row, runbook} from '../../findings.ts';
import {knownProduct, productMark} from '../../formats/known-products.ts';
import {clusterFindings} from '../../kubernetes/cluster-findings.ts';
import {isName, objectsIn} from '../../kubernetes/kube-object.ts';
import {readYamlFile} from '../../yaml/read-yaml-file.ts';
import {textAt, type YamlNode} from '../../yaml/yaml-node.ts';
import {readChart, type Chart} from './chart-file.ts';
import {renderChart} from './render.ts';
import {changedSettings, imageRows, keptRows, secretSettings, valueFlows} from './value-rows.ts';

const valuesFile = /^values?(?:[._-][\w.-]+)?\.ya?ml$/;

async function firstOf(file: string, folder: Folder): Promise<YamlNode | undefined> {
  if (!(await folder.has(file))) return undefined;
  const [root] = await readYamlFile(folder, file);
  return root;
}

function dependencyRows({name, dependencies}: Chart, values: YamlNode | undefined): Finding[] {
  return dependencies.map(({name: chart, version, repository, condition, node}) => {
    const isOff = condition !== undefined && textAt(values, ...condition.split('.')) === 'false';
    const product = knownProduct(chart);
    const fields = {
      name: chart,
      version: unknown,
      place: [
        `Helm chart ${chart} ${version}${repository ? ` from ${repository}` : ''}, with chart ${name}`,
        ...(isOff ? [`off by default: ${condition}`] : []),
      ].join('; '),
      purpose: product && `${product.name}, ${product.role}`,
    };
    const marks = product && !isOff ? [productMark(product)] : [];
    return row('components', chart, fields, at(node.file, node.line), {is: marks});
  });
}

function chartRunbooks({name, file}: Chart): Finding[] {
  if (!isName(name)) return [];
  const look = {
    name: `See how the release ${name} stands`,
    commands: `helm status ${name}\nhelm history ${name}`,
    effect: 'safe',
  } as const;
  const back = {
    name: `Take the release ${name} back to the one before`,
    commands: `helm history ${name}\nhelm rollback ${name} --wait`,
    effect: 'changes',
  } as const;
  return [runbook(look, at(file)), runbook(back, at(file))];
}

/** Helm charts: what the chart and its values say, and its templates where helm is there to render them. */
export const helm: Discoverer = {
  name: 'helm',
  looksAt: 'Helm charts: versions, dependencies, values; templates as helm renders them',
  wants: (file) =>
    /(?:^|\/)Chart\.(?:ya?ml|lock)$/.test(file) || valuesFile.test(path.posix.basename(file)),
  async discover(file, folder) {
    const dir = path.posix.dirname(file);
    const beside = (name: string) => path.posix.join(dir, name);
    if (!/^Chart\.ya?ml$/.test(path.posix.basename(file))) return [];
    const root = await firstOf(file, folder);
    const chart = root && readChart(root, await firstOf(beside('Chart.lock'), folder));
    if (!chart) return [];
    const values = await firstOf(beside('values.yaml'), folder);
    const others = folder.files.filter(
      (one) =>
        path.posix.dirname(one) === dir &&
        valuesFile.test(path.posix.basename(one)) &&
        path.posix.basename(one) !== 'values.yaml',
    );
    const overs = await Promise.all(others.map(async (one) => firstOf(one, folder)));
    const isWithin = /(?:^|\/)charts\/[^/]+$/.test(dir);
    const rendered =
      isWithin || !isName(chart.name) || !(await folder.has(beside('templates')))
        ? {why: undefined}
        : await renderChart(folder.path, dir, chart.name);
    if ('why' in rendered && rendered.why !== undefined)
      folder.leave(beside('templates'), `not rendered: ${rendered.why}`);
    const objects = 'documents' in rendered ? objectsIn(rendered.documents) : [];
    const fromValues =
      values && objects.length === 0
        ? [...valueFlows(chart, values), ...keptRows(chart, values)]
        : [];
    return [
      ...clusterFindings(objects, folder.files),
      ...(objects.length > 0 ? [] : imageRows(chart, values)),
      ...fromValues,
      ...dependencyRows(chart, values),
      ...(values ? secretSettings(chart, values) : []),
      ...overs.flatMap((over) => (over ? changedSettings(chart, values, over) : [])),
      ...(isWithin ? [] : chartRunbooks(chart)),
    ];
  },
};
