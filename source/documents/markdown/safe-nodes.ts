import type {Definition, Nodes, PhrasingContent, RootContent, TableCell} from 'mdast';
import {readCellHtml, writeCellHtml} from './cell-html.ts';

/** What the nodes of one text need to know about the text and the place it is printed at. */
export interface NodeContext {
  /** Levels that every heading goes down by; may be negative. */
  readonly shift: number;
  /** Where references lead. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Definitions that a reference shows, so that they need no place of their own. */
  readonly shown: ReadonlySet<Nodes>;
  /** Keeps the footnotes of two texts apart. */
  readonly footnotePrefix: string;
  /** Whether the nodes are written as Markdown again rather than laid out. */
  readonly isForMarkdown: boolean;
}

/** Addresses that would run something when followed. */
function isUnsafeUrl(url: string): boolean {
  return /^\s*(?:javascript|vbscript|data):/iu.test(url);
}

function linkOrText(url: string, title: string | null | undefined, children: PhrasingContent[]) {
  if (!isUnsafeUrl(url)) return [{type: 'link' as const, url, title: title ?? null, children}];
  return [...children, {type: 'text' as const, value: ` (${url})`}];
}

function imageOrText(url: string, title: string | null | undefined, alt: string) {
  if (!isUnsafeUrl(url)) return [{type: 'image' as const, url, title: title ?? null, alt}];
  return [{type: 'text' as const, value: `${alt} (${url})`}];
}

function shiftDepth(depth: number, shift: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(1, depth + shift)) as 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * Whether a node cannot go into a larger document as it is written: its meaning would change, or
 * change the document's.
 */
export function needsChange(node: Nodes): boolean {
  switch (node.type) {
    case 'heading':
    case 'html':
    case 'definition':
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return true;
    case 'link':
    case 'image':
      return isUnsafeUrl(node.url);
    default:
      return false;
  }
}

/** The paragraph that an address stands in that the text defines and never uses. */
function definitionParagraph({label, identifier, url}: Definition): RootContent {
  const name = label ?? identifier;
  const children = linkOrText(url, undefined, [{type: 'text', value: name}]);
  return {type: 'paragraph', children};
}

/** The nodes that a node becomes; its children have been through this already. */
function safeNode(node: Nodes, context: NodeContext, isInline: boolean): Nodes[] {
  switch (node.type) {
    case 'heading':
      return [{...node, depth: shiftDepth(node.depth, context.shift)}];
    case 'html':
      return isInline
        ? [{type: 'text', value: node.value}]
        : [{type: 'code', lang: 'html', value: node.value}];
    case 'link':
      return linkOrText(node.url, node.title, node.children);
    case 'image':
      return imageOrText(node.url, node.title, node.alt ?? '');
    case 'linkReference': {
      const {url = '', title} = context.definitions.get(node.identifier) ?? {};
      return linkOrText(url, title, node.children);
    }
    case 'imageReference': {
      const {url = '', title} = context.definitions.get(node.identifier) ?? {};
      return imageOrText(url, title, node.alt ?? '');
    }
    case 'definition':
      return context.shown.has(node) ? [] : [definitionParagraph(node)];
    case 'footnoteReference':
    case 'footnoteDefinition': {
      const label = context.footnotePrefix + node.identifier;
      return [{...node, label, identifier: label}];
    }
    default:
      return [node];
  }
}

const inlineParents = new Set<string>([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

function safeCell(cell: TableCell, context: NodeContext): TableCell {
  const read = readCellHtml(cell.children);
  const children = read.flatMap((child) => safeNodes(child, context, true) as PhrasingContent[]);
  return {...cell, children: context.isForMarkdown ? writeCellHtml(children) : children};
}

/** A top-level node and all below it, ready to be written into a larger document. */
export function safeNodes(node: Nodes, context: NodeContext, isInline = false): Nodes[] {
  if (!('children' in node)) return safeNode(node, context, isInline);
  if (node.type === 'tableCell') return [safeCell(node, context)];
  const isPhrasing = inlineParents.has(node.type);
  const children = node.children.flatMap((child) => safeNodes(child, context, isPhrasing));
  return safeNode({...node, children} as Nodes, context, isInline);
}
