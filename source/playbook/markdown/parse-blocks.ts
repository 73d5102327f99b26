import type {Nodes, RootContent} from 'mdast';
import {parseMarkdown} from '../../markdown/parse-markdown.ts';
import {findCuts, findDefinitions, normalizeLabel, type Cut} from './chunks.ts';
import {takeDefinitionBlocks} from './definition-blocks.ts';
import {hasOpenEnd} from './open-end.ts';

/** The Markdown of a playbook as one flat run of blocks, all positions counted in the whole text. */
export interface Blocks {
  /** The whole text, for cutting Markdown out of it by offsets. */
  readonly source: string;
  readonly blocks: readonly RootContent[];
  /** Addresses of link definitions by label. */
  readonly urls: ReadonlyMap<string, string>;
}

function definitionsFor(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return '';
  const labels = [...text.matchAll(/\[([^[\]]+)\]/gu)].map(([, label]) =>
    normalizeLabel(label ?? ''),
  );
  return [...new Set(labels)].map((label) => definitions.get(label) ?? '').join('\n');
}

function parsePart(part: string, definitions: ReadonlyMap<string, string>): RootContent[] {
  // Blank lines at the end say nothing, and each takes memory to parse.
  const text = `${part.trimEnd()}\n`;
  if (text === '\n') return [];
  const more = definitionsFor(text, definitions);
  const whole = more ? `${text}\n\n${more}\n` : text;
  const {children} = parseMarkdown(whole);
  return children.filter((node) => (node.position?.start.offset ?? 0) < text.length);
}

// Far beyond what people write, and far below what exhausts the stack.
const deepest = 500;

/** Moves positions from the part to the whole text and notes the link definitions on the way. */
function settle(node: Nodes, start: Cut, urls: Map<string, string>, depth = 0): void {
  if (depth > deepest) throw new RangeError('The Markdown is nested too deeply.');
  if (node.position)
    for (const point of [node.position.start, node.position.end]) {
      point.line += start.linesBefore;
      point.offset = (point.offset ?? 0) + start.offset;
    }
  if (node.type === 'definition') {
    const label = normalizeLabel(node.identifier);
    if (!urls.has(label)) urls.set(label, node.url);
  }
  if ('children' in node) for (const child of node.children) settle(child, start, urls, depth + 1);
}

/**
 * Parses Markdown with GitHub's extensions, from a place on, in parts that mean the same apart.
 * Throws a RangeError when blocks are nested more than 500 levels deep.
 */
export function parseBlocks(whole: string, from: Cut): Blocks {
  const definitions = findDefinitions(whole.slice(from.offset));
  const taken = takeDefinitionBlocks(whole);
  const {source} = taken;
  const cuts = findCuts(source, from);
  const urls = new Map(taken.urls);
  const blocks: RootContent[] = [];
  for (let index = 0; index < cuts.length - 1;) {
    const start = cuts[index] ?? from;
    // A part that ends inside a code block is parsed again with twice as many parts behind it.
    for (let count = 1; ; count *= 2) {
      const end = Math.min(index + count, cuts.length - 1);
      const text = source.slice(start.offset, cuts[end]?.offset);
      const nodes = parsePart(text, definitions);
      if (end < cuts.length - 1 && hasOpenEnd(nodes, text)) continue;
      for (const node of nodes) settle(node, start, urls);
      blocks.push(...nodes);
      index = end;
      break;
    }
  }
  return {source, blocks, urls};
}
