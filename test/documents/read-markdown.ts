import type {Heading, Nodes, Table} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {everyNode, parseMarkdown} from '../../source/markdown/parse-markdown.ts';

/** A document as its readers' programs see it. */
export interface ReadDocument {
  /** `## Title` for each heading down to the depth asked for. */
  readonly outline: readonly string[];
  /** Columns of the header, then of each row, per table. */
  readonly tables: readonly (readonly number[])[];
  /** The text of every table's cells, per table and row. */
  readonly cells: readonly (readonly (readonly string[])[])[];
  /** Kinds of nodes; `<br>` is no HTML here. */
  readonly types: ReadonlySet<string>;
  readonly urls: readonly string[];
  readonly text: string;
}

function ofType<T extends Nodes['type']>(nodes: readonly Nodes[], type: T) {
  return nodes.filter((node): node is Extract<Nodes, {type: T}> => node.type === type);
}

function heading(node: Heading): string {
  return `${'#'.repeat(node.depth)} ${toString(node)}`.trimEnd();
}

/** The only way to say in a cell that another line begins. */
function isLineEnd(node: Nodes): boolean {
  return node.type === 'html' && node.value === '<br>';
}

function cellsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => toString(cell)));
}

export function readMarkdown(markdown: string, depth = 6): ReadDocument {
  const root = parseMarkdown(markdown);
  const nodes = everyNode(root);
  const tables = ofType(nodes, 'table');
  return {
    outline: ofType(nodes, 'heading')
      .filter((node) => node.depth <= depth)
      .map(heading),
    tables: tables.map((table) => table.children.map((row) => row.children.length)),
    cells: tables.map(cellsOf),
    types: new Set(nodes.filter((node) => !isLineEnd(node)).map(({type}) => type)),
    urls: [...ofType(nodes, 'link'), ...ofType(nodes, 'image')].map(({url}) => url),
    text: toString(root),
  };
}
