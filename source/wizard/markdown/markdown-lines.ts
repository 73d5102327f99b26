import type {List, ListItem, RootContent} from 'mdast';
import {parseText} from '../../documents/markdown/safe-markdown.ts';
import wrapAnsi from 'wrap-ansi';
import {line, span, type Line, type Span} from '../list/line.ts';
import {glyphs} from '../theme/glyphs.ts';
import {inlineSpans} from './inline-spans.ts';
import {tableLines} from './table-lines.ts';
import {wrapSpans} from './wrap-spans.ts';

const bar = span('│ ', 'muted');

function indented(lines: readonly Line[], first: Span, rest: Span): Line[] {
  return lines.map((row, index) => (row.length === 0 ? row : [index === 0 ? first : rest, ...row]));
}

function headingLines(depth: number, spans: readonly Span[], width: number): Line[] {
  const rows = wrapSpans(
    spans.map(({text}) => span(text, depth <= 2 ? 'heading' : 'strong')),
    width,
  );
  return depth === 1 ? [...rows, line(glyphs.rule.repeat(width), 'muted')] : rows;
}

/** Code keeps its lines; one that is too long goes on in the next row, behind the bar as well. */
function codeLines(value: string, width: number): Line[] {
  // Spaces at the beginning mean something in code, and a tab has no width of its own.
  const text = value.replaceAll('\t', '    ');
  const options = {hard: true, trim: false, wordWrap: false};
  const rows = wrapAnsi(text, Math.max(1, width - 2), options).split('\n');
  return rows.map((row) => [bar, span(row, 'accent')]);
}

function markOf({ordered, start}: List, {checked}: ListItem, index: number): string {
  const tick = checked === true ? `${glyphs.done} ` : checked === false ? `${glyphs.open} ` : '';
  return `${ordered ? `${(start ?? 1) + index}.` : '•'} ${tick}`;
}

function listLines(list: List, width: number): Line[] {
  return list.children.flatMap((item, index) => {
    const mark = markOf(list, item, index);
    const rows = blockLines(item.children, width - mark.length, !item.spread);
    const apart = list.spread && index > 0 ? [[]] : [];
    return [...apart, ...indented(rows, span(mark, 'muted'), span(' '.repeat(mark.length)))];
  });
}

function nodeLines(node: RootContent, width: number): Line[] {
  switch (node.type) {
    case 'heading':
      return headingLines(node.depth, inlineSpans(node.children), width);
    case 'paragraph':
      return wrapSpans(inlineSpans(node.children), width);
    case 'list':
      return listLines(node, width);
    case 'code':
      return codeLines(node.value, width);
    case 'html':
      return codeLines(node.value, width);
    case 'blockquote':
      return blockLines(node.children, width - 2).map((row) => [bar, ...row]);
    case 'table':
      return tableLines(node, width);
    case 'thematicBreak':
      return [line(glyphs.rule.repeat(width), 'muted')];
    case 'footnoteDefinition': {
      const mark = `[${node.identifier}] `;
      const rows = blockLines(node.children, width - mark.length);
      return indented(rows, span(mark, 'muted'), span(' '.repeat(mark.length)));
    }
    default:
      return [];
  }
}

/** Blocks with an empty row between, or close together as in a tight list. */
function blockLines(nodes: readonly RootContent[], width: number, isTight = false): Line[] {
  return nodes
    .map((node) => nodeLines(node, Math.max(10, width)))
    .filter((rows) => rows.length > 0)
    .flatMap((rows, index) => (index > 0 && !isTight ? [[], ...rows] : rows));
}

/** A Markdown document, parsed once and drawn for any width. */
export type ReadMarkdown = readonly (readonly RootContent[])[];

/**
 * Parses a document for the terminal. It is parsed part by part, since parsing takes more than
 * linear time; a part that nobody could parse is shown as the text it is.
 */
export function readMarkdown(markdown: string): ReadMarkdown {
  return markdown.split(/^(?=## )/mu).map((part) => {
    const root = parseText(part);
    return root ? root.children : [{type: 'code', value: part}];
  });
}

/** The rows of a document in a terminal of this width. */
export function markdownLines(read: ReadMarkdown, width: number): Line[] {
  return blockLines(read.flat(), width);
}
