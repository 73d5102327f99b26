import type {YamlNode} from '../../yaml/yaml-node.ts';
import {isTemplate} from '../../kubernetes/kube-object.ts';
import {below, listOf, textAt} from '../../yaml/yaml-node.ts';

export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly repository?: string;
  readonly condition?: string;
  readonly node: YamlNode;
}

export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly appVersion?: string;
  readonly file: string;
  readonly line: number;
  readonly dependencies: readonly Dependency[];
}

/** Charts that run nothing: others take their templates. */
const libraries = new Set(['common', 'library']);

/** What a Chart.yaml says, with the exact versions of its lock file; nothing for a library. */
export function readChart(root: YamlNode, lock: YamlNode | undefined): Chart | undefined {
  const name = textAt(root, 'name');
  if (name === undefined || isTemplate(name) || textAt(root, 'type') === 'library')
    return undefined;
  const exact = new Map(
    listOf(below(lock, 'dependencies')).map((one) => [textAt(one, 'name'), textAt(one, 'version')]),
  );
  const appVersion = textAt(root, 'appVersion');
  const dependencies = listOf(below(root, 'dependencies')).flatMap((node): Dependency[] => {
    const chart = textAt(node, 'name');
    if (chart === undefined || libraries.has(chart)) return [];
    const repository = textAt(node, 'repository');
    const condition = textAt(node, 'condition')?.split(',')[0];
    return [
      {
        name: textAt(node, 'alias') ?? chart,
        version: exact.get(chart) ?? textAt(node, 'version') ?? 'of any version',
        node,
        ...(repository === undefined ? {} : {repository}),
        ...(condition === undefined ? {} : {condition}),
      },
    ];
  });
  return {
    name,
    version: textAt(root, 'version') ?? 'without a version',
    file: root.file,
    line: root.line,
    dependencies,
    ...(appVersion === undefined || appVersion === '' || isTemplate(appVersion)
      ? {}
      : {appVersion}),
  };
}
