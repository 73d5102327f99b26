import {
  below,
  isList,
  isMap,
  listOf,
  mapOf,
  textAt,
  textOf,
  type YamlNode,
} from '../../yaml/yaml-node.ts';

/** A value of a chart, with the names above it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly node: YamlNode;
}

/** Deeper than this nobody writes. */
const deepest = 20;

/** Each map of the values, with its names; one that aliases mean again is there once. */
export function mapsIn(root: YamlNode): Leaf[] {
  const seen = new Set<YamlNode>();
  function enter(node: YamlNode, path: readonly string[]): Leaf[] {
    if (!isMap(node) || path.length > deepest || seen.has(node)) return [];
    seen.add(node);
    const inner = [...mapOf(node)].flatMap(([key, value]) => enter(value, [...path, key]));
    return [{path, node}, ...inner];
  }
  return enter(root, []);
}

/** Each text of the values; a list of texts is one. */
export function leavesIn(root: YamlNode): Leaf[] {
  return mapsIn(root).flatMap(({path, node}) =>
    [...mapOf(node)].flatMap(([key, value]) =>
      textOf(value) === undefined && !isList(value) ? [] : [{path: [...path, key], node: value}],
    ),
  );
}

/** A leaf in words; nothing where it holds more than texts. */
export function leafText({node}: Leaf): string | undefined {
  const single = textOf(node);
  if (single !== undefined) return single;
  const texts = listOf(node).map(textOf);
  return texts.every((one) => one !== undefined) ? texts.join(', ') : undefined;
}

/** Whether the values switch off what lies there. */
export function isOff(root: YamlNode, path: readonly string[]): boolean {
  return path.some((_, at) => textAt(root, ...path.slice(0, at + 1), 'enabled') === 'false');
}

export interface ImageValue {
  /** What it is the image of: empty for the chart itself. */
  readonly path: readonly string[];
  readonly repository: string;
  readonly tag?: string;
  readonly node: YamlNode;
}

/** The images that values name: in one text, or in registry, repository and tag. */
export function imagesIn(root: YamlNode): ImageValue[] {
  return mapsIn(root).flatMap(({path, node}): ImageValue[] => {
    const isImage = path.at(-1) !== 'image' && textAt(node, 'repository') !== undefined;
    const image = mapOf(node).get('image') ?? (isImage && below(node, 'tag') ? node : undefined);
    if (!image) return [];
    const text = textOf(image);
    if (text !== undefined) {
      const tag = textAt(node, 'imageTag') ?? textAt(node, 'tag');
      return text === '' ? [] : [{path, repository: text, node: image, ...(tag ? {tag} : {})}];
    }
    const repository = textAt(image, 'repository') ?? textAt(image, 'name');
    if (repository === undefined || repository === '') return [];
    const registry = textAt(image, 'registry');
    const tag = textAt(image, 'tag');
    return [
      {
        path,
        repository: registry ? `${registry}/${repository}` : repository,
        node: below(image, 'repository') ?? image,
        ...(tag ? {tag} : {}),
      },
    ];
  });
}
