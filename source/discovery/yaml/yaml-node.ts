/**
 * A part of a YAML file. A scalar is the text as it was written, so that a version such as `1.10` stays
 * what it is, and null where nothing was. What an alias stands for is the same node again.
 */
export interface YamlNode {
  readonly value: string | null | readonly YamlNode[] | ReadonlyMap<string, YamlNode>;
  /** Counted from 1. */
  readonly line: number;
  readonly file: string;
  /** Its tag, such as `!reset`, where it has one. */
  readonly tag?: string;
}

type Maybe = YamlNode | undefined;

/** The entries of a map; none for anything else. */
export function mapOf(node: Maybe): ReadonlyMap<string, YamlNode> {
  return node?.value instanceof Map ? node.value : new Map<string, YamlNode>();
}

export function isMap(node: Maybe): boolean {
  return node?.value instanceof Map;
}

export function isList(node: Maybe): boolean {
  return Array.isArray(node?.value);
}

/** The entries of a list; none for anything else. */
export function listOf(node: Maybe): readonly YamlNode[] {
  return Array.isArray(node?.value) ? (node.value as readonly YamlNode[]) : [];
}

/** A text or a number as it was written; nothing for null, a list or a map. */
export function textOf(node: Maybe): string | undefined {
  return typeof node?.value === 'string' ? node.value : undefined;
}

/** What lies below a node by these keys. */
export function below(node: Maybe, ...keys: readonly string[]): Maybe {
  let found = node;
  for (const key of keys) found = mapOf(found).get(key);
  return found;
}

/** The text that lies there. */
export function textAt(node: Maybe, ...keys: readonly string[]): string | undefined {
  return textOf(below(node, ...keys));
}
