import {isList, isMap, listOf, mapOf, textAt, below, type YamlNode} from '../../yaml/yaml-node.ts';

function withEntry(
  node: YamlNode,
  [key = '', ...rest]: readonly string[],
  deed: string,
  value: YamlNode | undefined,
): YamlNode {
  const next = (known: YamlNode | undefined): YamlNode | undefined => {
    if (rest.length === 0) return deed === 'remove' ? undefined : value;
    return known && withEntry(known, rest, deed, value);
  };
  if (isMap(node)) {
    const entries = new Map(mapOf(node));
    const changed = next(entries.get(key));
    if (changed) entries.set(key, changed);
    else if (rest.length === 0) entries.delete(key);
    return {...node, value: entries};
  }
  if (!isList(node)) return node;
  const items = [...listOf(node)];
  const at = key === '-' ? items.length : Number(key);
  if (!Number.isInteger(at) || at < 0 || at > items.length) return node;
  const changed = next(items[at]);
  const isNew = rest.length === 0 && deed === 'add';
  items.splice(at, isNew ? 0 : 1, ...(changed ? [changed] : []));
  return {...node, value: items};
}

/** Puts the operations `add`, `replace` and `remove` of a JSON patch (RFC 6902) into an object. */
export function changeAt(object: YamlNode, operations: readonly YamlNode[]): YamlNode {
  let found = object;
  for (const operation of operations) {
    const deed = textAt(operation, 'op') ?? '';
    const keys = (textAt(operation, 'path') ?? '')
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (keys.length > 0 && ['add', 'replace', 'remove'].includes(deed))
      found = withEntry(found, keys, deed, below(operation, 'value'));
  }
  return found;
}
