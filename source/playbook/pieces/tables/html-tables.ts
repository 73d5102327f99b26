import type {RootContent} from 'mdast';
import type {Blocks} from '../../markdown/parse-blocks.ts';
import {isEntry} from '../piece.ts';
import {fromHtmlTable, htmlTableAt} from './html-table-rows.ts';
import {readTable} from './read-table.ts';

/** What of a node stands behind a place, as HTML; nothing where there is none. */
function restOf(node: RootContent, until: number, source: string): RootContent[] {
  const end = node.position?.end.offset ?? 0;
  const value = source.slice(until, Math.max(until, end));
  if (value.trim() === '' || !node.position) return [];
  return [{type: 'html', value, position: node.position}];
}

/** Blocks with the tables that are written as HTML and hold work; the others stay text. */
export function withHtmlTables<T extends Blocks>(all: T): T {
  const {source} = all;
  let until = 0;
  const blocks = all.blocks.flatMap((node): RootContent[] => {
    const {line = 1, column = 1, offset = 0} = node.position?.start ?? {};
    if (offset < until) return restOf(node, until, source);
    const html = htmlTableAt(source, node);
    if (!html) return [node];
    until = html.position?.end.offset ?? until;
    const table = fromHtmlTable({html: html.value, line, column, offset});
    const isWork = readTable(table, all).some(isEntry);
    return [isWork ? table : html, ...restOf(node, until, source)];
  });
  return {...all, blocks};
}
