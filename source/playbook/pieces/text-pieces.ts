import type {Nodes, PhrasingContent} from 'mdast';
import {excerpt, inlineExcerpt} from '../markdown/excerpt.ts';
import {htmlText} from '../markdown/html-text.ts';
import {positionOf} from '../markdown/inline-text.ts';
import type {Blocks} from '../markdown/parse-blocks.ts';
import type {TextKind} from '../playbook.ts';
import {commandsAmong} from './commands-in.ts';
import type {TextPiece} from './piece.ts';

const kinds: Readonly<Partial<Record<Nodes['type'], TextKind>>> = {
  code: 'code',
  table: 'table',
  blockquote: 'quote',
};

/** A node as a text to read; nothing where it shows none. */
export function toText(node: Nodes, blocks: Blocks): TextPiece | undefined {
  if (node.type === 'html') {
    const words = htmlText(node.value);
    return words === ''
      ? undefined
      : {type: 'text', kind: 'prose', markdown: words, position: positionOf(node)};
  }
  const markdown = excerpt(blocks, [node]);
  if (markdown === undefined) return undefined;
  return {
    type: 'text',
    kind: kinds[node.type] ?? 'prose',
    markdown,
    ...(node.type === 'code' ? {commands: commandsAmong([node])} : {}),
    position: positionOf(node),
  };
}

/** What follows the first line of an entry in its paragraph. */
export function textBelow(nodes: readonly PhrasingContent[], blocks: Blocks): TextPiece[] {
  const markdown = inlineExcerpt(blocks, nodes);
  const [first] = nodes;
  if (markdown === undefined || !first) return [];
  return [{type: 'text', kind: 'prose', markdown, position: positionOf(first)}];
}
