import type {Definition, Heading, Nodes, Root, RootContent} from 'mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {toMarkdown} from 'mdast-util-to-markdown';
import {toString} from 'mdast-util-to-string';
import type {Block} from './markdown-blocks.ts';
import {cleanText} from './clean-text.ts';
import {fencedExcerpt} from './markdown-code.ts';
import {everyNode, parseMarkdown} from '../../markdown/parse-markdown.ts';
import {needsChange, safeNodes, type NodeContext} from './safe-nodes.ts';

/** Parsing takes more than linear time, so a longer text is printed as the plain text it is. */
const longestMarkdown = 200_000;

/** Containers in containers on one line: parsing them costs seconds, then the whole stack. */
const deepNesting = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){40}/mu;

/** Text of any kind as Markdown; nothing where only a stranger's idea of a text takes so long. */
export function parseText(text: string): Root | undefined {
  if (text.length > longestMarkdown || deepNesting.test(text)) return undefined;
  try {
    const root = parseMarkdown(text);
    // Whoever walks through it needs as much of the stack.
    everyNode(root);
    return root;
  } catch (error) {
    // Emphasis within emphasis some thousand deep uses up the stack of the parser.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export interface SafeMarkdownOptions {
  /** The level that the text's highest heading gets, 1 to 6. */
  readonly depth: number;
  /** Put before footnote labels; different for every text of a document. */
  readonly footnotePrefix: string;
}

function writeNodes(children: RootContent[]): string {
  return toMarkdown(
    {type: 'root', children},
    {bullet: '-', rule: '-', listItemIndent: 'one', extensions: [gfmToMarkdown()]},
  ).trimEnd();
}

/** The source of a top-level node with the indentation of its first line. */
function sourceOf(text: string, node: RootContent): string {
  const start = node.position?.start.offset ?? 0;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(lineStart, node.position?.end.offset).trimEnd();
}

function shiftTo(depth: number, nodes: readonly Nodes[]): number {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  return depths.length === 0 ? 0 : depth - Math.min(...depths);
}

/** What the references in a text lead to. */
export function definitionsOf(nodes: readonly Nodes[]): Pick<NodeContext, 'definitions' | 'shown'> {
  const all = nodes.filter((node): node is Definition => node.type === 'definition');
  // The first one wins, as CommonMark has it.
  const definitions = new Map(all.toReversed().map((node) => [node.identifier, node]));
  const shown = new Set<Nodes>();
  for (const node of nodes) {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') continue;
    const definition = definitions.get(node.identifier);
    if (definition) shown.add(definition);
  }
  return {definitions, shown};
}

function isOpenFence(text: string, node: RootContent): boolean {
  return node.type === 'code' && node.position?.end.offset === text.length;
}

function headingsOf(nodes: readonly Nodes[]): string[] {
  return nodes
    .flatMap((node) => everyNode(node))
    .filter((node): node is Heading => node.type === 'heading')
    .map((node) => toString(node));
}

/**
 * What an engineer wrote as Markdown, made fit to stand inside a larger document: headings go down
 * to `depth` and below, raw HTML is shown as text, open fences are closed, references are
 * resolved, and links that would run something become text. What needs none of that keeps its
 * exact source.
 */
export function safeMarkdown(source: string, options: SafeMarkdownOptions): Block {
  const text = cleanText(source).trimEnd();
  if (text.length > longestMarkdown || deepNesting.test(text)) return plainBlock(text);
  try {
    return safeBlock(text, options);
  } catch (error) {
    // Emphasis within emphasis some thousand deep uses up the stack of the parser.
    if (error instanceof RangeError) return plainBlock(text);
    throw error;
  }
}

function plainBlock(text: string): Block {
  return {markdown: fencedExcerpt(text, {lines: Infinity, width: Infinity}), headings: []};
}

function safeBlock(text: string, options: SafeMarkdownOptions): Block {
  const root = parseMarkdown(text);
  const nodes = everyNode(root);
  const context: NodeContext = {
    ...definitionsOf(nodes),
    shift: shiftTo(options.depth, nodes),
    footnotePrefix: options.footnotePrefix,
    isForMarkdown: true,
  };
  const parts = root.children.map((node) => {
    const isKept = !everyNode(node).some(needsChange) && !isOpenFence(text, node);
    return isKept ? sourceOf(text, node) : writeNodes(safeNodes(node, context) as RootContent[]);
  });
  return {
    markdown: parts.filter((part) => part !== '').join('\n\n'),
    headings: headingsOf(root.children),
  };
}
