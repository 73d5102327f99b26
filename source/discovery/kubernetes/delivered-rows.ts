import {unknown, type Finding} from '../discovered.ts';
import {at, row} from '../findings.ts';
import {knownProduct, productMark} from '../formats/known-products.ts';
import {below, listOf, textAt, type YamlNode} from '../yaml/yaml-node.ts';
import {isTemplate, namespaceWords, ofKind, type KubeObject} from './kube-object.ts';

/** What a controller brings into the cluster from elsewhere. */
interface Delivery {
  readonly object: KubeObject;
  /** As it is said in words: `chart redis 19.1 from https://…`. */
  readonly what: readonly string[];
  readonly chart?: string | undefined;
  readonly namespace?: string | undefined;
  readonly isOff: boolean;
}

function from(place: string | undefined): string {
  return place === undefined ? '' : ` from ${place}`;
}

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml */
function argoSource(node: YamlNode): string {
  const repo = textAt(node, 'repoURL');
  const version = textAt(node, 'targetRevision');
  const of = version === undefined || version === '' ? '' : ` ${version}`;
  const chart = textAt(node, 'chart');
  return chart === undefined
    ? `${textAt(node, 'path') ?? 'the top'}${of}${from(repo)}`
    : `chart ${chart}${of}${from(repo)}`;
}

function argoDeliveries(objects: readonly KubeObject[]): Delivery[] {
  return ofKind(objects, 'Application', 'ApplicationSet').flatMap((object) => {
    const spec =
      object.kind === 'Application'
        ? below(object.node, 'spec')
        : below(object.node, 'spec', 'template', 'spec');
    const one = below(spec, 'source');
    const sources = [...(one ? [one] : []), ...listOf(below(spec, 'sources'))];
    // Others have a kind of this name too.
    if (sources.length === 0) return [];
    const chart = sources.map((source) => textAt(source, 'chart')).find(Boolean);
    const namespace = textAt(spec, 'destination', 'namespace');
    return [{object, what: sources.map(argoSource), chart, namespace, isOff: false}];
  });
}

/** @see https://fluxcd.io/flux/components/helm/helmreleases/ */
function fluxDeliveries(objects: readonly KubeObject[]): Delivery[] {
  const sourceOf = (kind: string | undefined, name: string | undefined) =>
    objects.find((one) => one.kind === kind && one.name === name)?.node;
  return ofKind(objects, 'HelmRelease').map((object) => {
    const {node} = object;
    const spec = below(node, 'spec', 'chart', 'spec');
    const chart = textAt(spec, 'chart') ?? textAt(node, 'spec', 'chartRef', 'name');
    const source = below(spec, 'sourceRef') ?? below(node, 'spec', 'chartRef');
    const name = textAt(source, 'name');
    const place = sourceOf(textAt(source, 'kind'), name);
    const ref = below(place, 'spec', 'ref');
    const version =
      textAt(spec, 'version') ??
      textAt(ref, 'tag') ??
      textAt(ref, 'semver') ??
      textAt(ref, 'digest');
    const repo = textAt(place, 'spec', 'url') ?? name;
    const of = version === undefined ? '' : ` ${version}`;
    return {
      object,
      what: [`chart ${chart ?? 'that is not named'}${of}${from(repo)}`],
      chart,
      namespace: textAt(node, 'spec', 'targetNamespace'),
      isOff: textAt(node, 'spec', 'suspend') === 'true',
    };
  });
}

function imageTags({node}: KubeObject): string[] {
  const images = textAt(node, 'spec', 'values', 'image', 'tag');
  return images === undefined || isTemplate(images) ? [] : [images];
}

/** What Argo CD and Flux bring: an application from a repository, a release of a chart. */
export function deliveredRows(objects: readonly KubeObject[]): Finding[] {
  return [...argoDeliveries(objects), ...fluxDeliveries(objects)].map(
    ({object, what, chart, namespace, isOff}) => {
      const product = chart === undefined ? undefined : knownProduct(chart);
      const {kind, about, name, node} = object;
      const where = namespace === undefined || isTemplate(namespace) ? object : {namespace};
      const fields = {
        name,
        // The version of a chart is not that of what it brings.
        version: imageTags(object)[0] ?? unknown,
        place: [
          `${kind} ${name}${namespaceWords(where)}`,
          ...what,
          ...(isOff ? ['off by default: suspended'] : []),
        ].join('; '),
        purpose: product && `${product.name}, ${product.role}`,
      };
      const marks = product && !isOff ? [productMark(product)] : [];
      return row('components', `${kind} ${about}`, fields, at(node.file, node.line), {is: marks});
    },
  );
}
