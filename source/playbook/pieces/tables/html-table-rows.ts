import type {Html, PhrasingContent, RootContent, Table, TableCell, TableRow} from 'mdast';
import {everyNode, parseMarkdown} from '../../../markdown/parse-markdown.ts';
import {positionAt} from '../../markdown/source-text.ts';

type Span = readonly [start: number, end: number];

/** The opening tags of a kind in a stretch of HTML, each with what stands up to the next one. */
function partsOf(html: string, opening: RegExp, [start, end]: Span): Span[] {
  const starts = [...html.slice(start, end).matchAll(opening)].map(({index}) => start + index);
  return starts.map((at, index): Span => [at, starts[index + 1] ?? end]);
}

/** Links that are written as HTML as links, with their places. */
function withLinks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [node, ...rest] = nodes;
  if (!node) return [];
  const url = node.type === 'html' ? /^<a\s[^>]*href=["']?([^"'\s>]+)/iu.exec(node.value)?.[1] : '';
  const closed = url
    ? rest.findIndex((one) => one.type === 'html' && /^<\/a/iu.test(one.value))
    : -1;
  if (!url || closed === -1) return [node, ...withLinks(rest)];
  const children = rest.slice(0, closed);
  return [{type: 'link', url, children}, ...withLinks(rest.slice(closed + 1))];
}

interface Place {
  readonly html: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

function pointAt({html, line, column, offset}: Place, at: number) {
  const place = positionAt(html, at);
  return {
    line: line + place.line - 1,
    column: place.line === 1 ? column + place.column - 1 : place.column,
    offset: offset + at,
  };
}

function toCell(place: Place, [start, end]: Span): TableCell {
  const raw = place.html.slice(start, end);
  const opening = /^<t[dh]\b[^>]*>/iu.exec(raw)?.[0].length ?? 0;
  const closing = /<\/(?:t[dhr]|tbody|thead|table)\s*>[^]*$/iu.exec(raw)?.index ?? raw.length;
  const inner = raw.slice(opening, closing).replaceAll(/\s/gu, ' ');
  // A word in front keeps HTML within a line, and is taken away again.
  const [paragraph] = parseMarkdown(`x${inner}`).children;
  const nodes = paragraph?.type === 'paragraph' ? paragraph.children : [];
  for (const node of nodes.flatMap(everyNode)) {
    if (!node.position) continue;
    const from = start + opening - 1 + (node.position.start.offset ?? 0);
    const to = start + opening - 1 + (node.position.end.offset ?? 0);
    node.position = {
      start: pointAt(place, Math.max(start + opening, from)),
      end: pointAt(place, to),
    };
  }
  const [first] = nodes;
  if (first?.type === 'text') first.value = first.value.slice(1);
  const children = withLinks(nodes);
  const isHead = /^<th\b/iu.test(raw);
  return {type: 'tableCell', children: isHead ? [{type: 'strong', children}] : children};
}

function toRow(place: Place, span: Span): TableRow {
  return {
    type: 'tableRow',
    children: partsOf(place.html, /<t[dh]\b[^>]*>/giu, span).map((cell) => toCell(place, cell)),
    position: {start: pointAt(place, span[0]), end: pointAt(place, span[1])},
  };
}

/** A table that is written as HTML as one of Markdown, with the places of its rows. */
export function fromHtmlTable(place: Place): Table {
  const rows = partsOf(place.html, /<tr\b[^>]*>/giu, [0, place.html.length]).map((span) =>
    toRow(place, span),
  );
  const isHead = /<th\b/iu.test(place.html.slice(0, place.html.search(/<\/tr/iu)));
  const head: TableRow = {
    type: 'tableRow',
    children: (rows[0]?.children ?? []).map(() => ({type: 'tableCell', children: []})),
  };
  return {
    type: 'table',
    children: isHead ? rows : [head, ...rows],
    position: {start: pointAt(place, 0), end: pointAt(place, place.html.length)},
  };
}

/** The HTML of a table from a node on, which blank lines cut into several nodes. */
export function htmlTableAt(source: string, node: RootContent): Html | undefined {
  const {start} = node.position ?? {};
  if (node.type !== 'html' || start?.offset === undefined) return undefined;
  const begins = /^\s*<table\b/iu.exec(node.value);
  const end = begins ? source.slice(start.offset).search(/<\/table\s*>/iu) : -1;
  if (end === -1) return undefined;
  const until = start.offset + end + '</table>'.length;
  const value = source.slice(start.offset, until);
  if ((value.match(/<table\b/giu)?.length ?? 0) > 1) return undefined;
  return {type: 'html', value, position: {start, end: {...start, offset: until}}};
}
