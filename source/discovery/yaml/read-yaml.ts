import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Node,
  type YAMLMap,
} from 'yaml';
import type {YamlNode} from './yaml-node.ts';

export interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

export interface YamlFile {
  /** Each document that holds something. */
  readonly documents: readonly YamlNode[];
  readonly problems: readonly YamlProblem[];
}

/** The rest of a file with so many mistakes says nothing that one could go by. */
const mostProblems = 5;

/** YAML's merge key, with a map or a list of maps. */
const mergeKey = '<<';

function convertWith(file: string, lines: LineCounter) {
  const anchors = new Map<string, YamlNode>();

  function entries(map: YAMLMap): Map<string, YamlNode> {
    const own = new Map<string, YamlNode>();
    const merged: YamlNode[] = [];
    for (const pair of map.items) {
      if (!isPair(pair)) continue;
      const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : undefined;
      if (key === undefined) continue;
      const value = convert(pair.value as Node | null, pair.key as Node);
      if (key === mergeKey) merged.push(value);
      else own.set(key, value);
    }
    // Own keys win over merged ones, an earlier map of a list over a later one.
    const sources = merged.flatMap(({value}) => (Array.isArray(value) ? value : [{value}]));
    for (const {value} of sources as YamlNode[])
      if (value instanceof Map)
        for (const [key, one] of value as ReadonlyMap<string, YamlNode>)
          if (!own.has(key)) own.set(key, one);
    return own;
  }

  function valueOf(node: Node | null): YamlNode['value'] {
    if (isMap(node)) return entries(node);
    if (isSeq(node)) return node.items.map((item) => convert(item as Node | null, node));
    if (!isScalar(node) || node.value === null) return null;
    const {source, value} = node;
    return typeof value === 'string' && node.type !== 'PLAIN' ? value : (source ?? null);
  }

  /** A node is turned once and meant again by each alias, so that no file grows by its aliases. */
  function convert(node: Node | null, near: Node): YamlNode {
    if (isAlias(node)) return anchors.get(node.source) ?? {value: null, line: lineOf(node), file};
    const tag = node?.tag;
    const found: YamlNode = {
      value: valueOf(node),
      line: lineOf(isMap(near) || isSeq(near) ? (node ?? near) : near),
      file,
      ...(tag?.startsWith('!') ? {tag} : {}),
    };
    if (node && 'anchor' in node && node.anchor) anchors.set(node.anchor, found);
    return found;
  }

  function lineOf(node: Node): number {
    return Math.max(1, lines.linePos(node.range?.[0] ?? 0).line);
  }

  return (node: Node) => convert(node, node);
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

/** Reads YAML as far as it can be understood. An anchor that holds itself means nothing there. */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      resolveKnownTags: false,
    });
    const documents = 'empty' in parsed ? [] : parsed;
    const problems = documents.flatMap(({errors}) =>
      errors.map(({message, pos}) => ({
        line: Math.max(1, lines.linePos(pos[0]).line),
        message: firstLine(message),
      })),
    );
    return {
      documents: documents.flatMap(({contents}) =>
        contents ? [convertWith(file, lines)(contents)] : [],
      ),
      problems: problems.slice(0, mostProblems),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {documents: [], problems: [{line: 1, message: 'It is nested too deeply.'}]};
  }
}
