import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type {FrontMatter} from './front-matter.ts';
import type {Position} from '../playbook.ts';
import {PlaybookError} from '../playbook-error.ts';
import {positionAt} from '../markdown/source-text.ts';

export interface YamlEntry {
  readonly key: string;
  readonly value: Node | undefined;
  /** Where the key and the value start, in characters of the front matter. */
  readonly offset: number;
  readonly valueOffset: number;
}

/** Front matter as YAML, read node by node so that every complaint has its place in the file. */
export interface YamlMap {
  readonly root: Node | undefined;
  readonly isEmpty: boolean;
  /** The entries of a map; nothing for any other node. */
  entries: (node: Node | undefined) => YamlEntry[] | undefined;
  isNull: (node: Node | undefined) => boolean;
  positionOf: (offset: number) => Position;
  error: (offset: number, message: string) => PlaybookError;
}

function resolve(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  return isNode(node) ? node : undefined;
}

function entriesOf(node: Node | undefined, document: Document): YamlEntry[] | undefined {
  const map = resolve(node, document);
  if (!isMap(map)) return undefined;
  return map.items.map((pair) => {
    const key = isNode(pair.key) ? pair.key : undefined;
    const value = isNode(pair.value) ? pair.value : undefined;
    const offset = key?.range?.[0] ?? 0;
    return {
      key: isScalar(key) ? String(key.value) : String(pair.key),
      value: resolve(value, document),
      offset,
      valueOffset: value?.range?.[0] ?? offset,
    };
  });
}

/** Where a key stands that its map has already. */
function repeatedKey(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Map(_, {items}) {
      const keys = new Set<unknown>();
      for (const {key} of items) {
        const name = isScalar(key) ? key.value : key;
        if (keys.has(name)) {
          found = isNode(key) ? key.range?.[0] : undefined;
          return visit.BREAK;
        }
        keys.add(name);
      }
      return undefined;
    },
  });
  return found;
}

function isNull(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

/** Parses front matter. Throws a PlaybookError with line and column when it is not valid YAML. */
export function openYaml(front: FrontMatter, source: string, file: string): YamlMap {
  const document = parseDocument(front.text, {
    prettyErrors: false,
    logLevel: 'silent',
    // Its own way of finding them takes the square of their number.
    uniqueKeys: false,
  });
  const positionOf = (offset: number) => positionAt(source, front.offset + offset);
  const error = (offset: number, message: string) =>
    new PlaybookError(file, positionOf(offset), message);
  const [problem] = document.errors;
  if (problem) {
    const what = problem.message.replace(/\.$/u, '');
    throw error(problem.pos[0], `The front matter is not valid YAML: ${what}; correct it there.`);
  }
  const twice = repeatedKey(document);
  if (twice !== undefined)
    throw error(
      twice,
      'The front matter is not valid YAML: Map keys must be unique; correct it there.',
    );
  const root = document.contents ?? undefined;
  return {
    root,
    isEmpty: isNull(root),
    entries: (node) => entriesOf(node, document),
    isNull,
    positionOf,
    error,
  };
}
