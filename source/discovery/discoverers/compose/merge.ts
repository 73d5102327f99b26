import {isList, isMap, listOf, mapOf, textOf, type YamlNode} from '../../yaml/yaml-node.ts';

/** Written as a list or as a map, and meant as a map. */
const mapped = new Set(['environment', 'labels', 'depends_on', 'args', 'annotations', 'sysctls']);

/** A later file says these anew; others of a list are added to. */
const replaced = new Set(['command', 'entrypoint', 'test']);

/** `[A=1, B]` as `{A: 1, B: null}`. */
export function asMap(node: YamlNode | undefined): YamlNode | undefined {
  if (!node || !isList(node)) return node;
  const entries = listOf(node).flatMap((entry): [string, YamlNode][] => {
    const text = textOf(entry);
    if (text === undefined) return [];
    const end = text.indexOf('=');
    return end < 0
      ? [[text, {...entry, value: null}]]
      : [[text.slice(0, end), {...entry, value: text.slice(end + 1)}]];
  });
  return {...node, value: new Map(entries)};
}

/** What an entry of a list is about: the target of a volume, else all of it. */
function aboutOf(key: string, entry: YamlNode): unknown {
  const text = textOf(entry);
  if (key !== 'volumes') return text ?? entry;
  if (text === undefined) return textOf(mapOf(entry).get('target')) ?? entry;
  return text.split(':')[text.includes(':') ? 1 : 0];
}

function joinLists(key: string, base: YamlNode, over: YamlNode): YamlNode {
  const found = new Map<unknown, YamlNode>();
  for (const entry of [...listOf(base), ...listOf(over)]) found.set(aboutOf(key, entry), entry);
  return {...over, value: [...found.values()]};
}

function isReset(node: YamlNode): boolean {
  return node.tag === '!reset';
}

/** A later file over an earlier one, by the rules of the Compose Specification, "Merge". */
export function merge(key: string, base: YamlNode | undefined, over: YamlNode): YamlNode {
  if (!base || over.tag === '!override') return over;
  const [one, other] = mapped.has(key) ? [asMap(base) ?? base, asMap(over) ?? over] : [base, over];
  if (isMap(one) && isMap(other))
    return {...over, line: base.line, file: base.file, value: mergeMaps(one, other)};
  return isList(one) && isList(other) && !replaced.has(key) ? joinLists(key, one, other) : other;
}

function mergeMaps(base: YamlNode, over: YamlNode): ReadonlyMap<string, YamlNode> {
  const merged = new Map(mapOf(base));
  for (const [key, value] of mapOf(over))
    if (isReset(value)) merged.delete(key);
    else merged.set(key, merge(key, merged.get(key), value));
  return merged;
}
