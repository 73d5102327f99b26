import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Nodes, Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {toString} from 'mdast-util-to-string';
import {gfm} from 'micromark-extension-gfm';
import {visit} from 'unist-util-visit';

export const root = path.join(import.meta.dirname, '..', '..');

const docs = readdirSync(path.join(root, 'docs'), {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.md'))
  .map((file) => path.join('docs', file));

/** Everything that is written for people, as paths from the top of the project. */
export const pageFiles: readonly string[] = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...docs,
];

const pages = new Map<string, Root>();

export function readPage(file: string): Root {
  const known = pages.get(file);
  if (known) return known;
  const page = fromMarkdown(readFileSync(path.join(root, file), 'utf8'), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  pages.set(file, page);
  return page;
}

/** What a page has as code: each span, and each command of a block for a shell. */
export function codeIn(page: Root): string[] {
  const found: string[] = [];
  visit(page, (node) => {
    if (node.type === 'inlineCode') found.push(node.value);
    if (node.type === 'code' && node.lang === 'sh') found.push(...node.value.split('\n'));
  });
  return found;
}

function spansIn(node: Nodes): string[] {
  const found: string[] = [];
  visit(node, 'inlineCode', ({value}) => {
    found.push(value);
  });
  return found;
}

/** The spans of code in each row of each table. */
export function rowsIn(page: Root): string[][] {
  const rows: string[][] = [];
  visit(page, 'tableRow', (row) => {
    rows.push(spansIn(row));
  });
  return rows;
}

/** The spans of code in the first column of the tables that have this title over it. */
export function columnOf(page: Root, title: string): string[] {
  const found: string[] = [];
  visit(page, 'table', ({children: [head, ...rows]}) => {
    if (head?.children[0] && toString(head.children[0]) === title)
      found.push(...rows.flatMap(({children: [cell]}) => (cell ? spansIn(cell) : [])));
  });
  return found;
}
