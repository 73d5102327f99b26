import type {Code} from 'mdast';
import {everyNode} from '../../markdown/parse-markdown.ts';
import type {Blocks} from '../markdown/parse-blocks.ts';
import type {Notice} from '../playbook.ts';
import type {SourceLine} from './split-lines.ts';

export interface ClosedFence {
  readonly notice: Notice;
  /** The lines with the fence closed; absent where all that follows is code. */
  readonly lines?: SourceLine[];
}

const isMarkdownAgain = /^[\s>]{0,6}(?:#{2,6}\s+\S|(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]?\]\s)/u;

/** Whether a fence stands open, also within a list or a quotation, which ends it. */
function isOpen(node: Code, source: string): boolean {
  const raw = source.slice(node.position?.start.offset, node.position?.end.offset);
  const fence = /^(?:`{3,}|~{3,})/u.exec(raw)?.[0];
  if (!fence) return false;
  const [, ...later] = raw.split(/\r\n|\n|\r/u);
  return !new RegExp(`^[\\s>]*${fence[0]}{${fence.length},}\\s*$`, 'u').test(later.at(-1) ?? '');
}

/**
 * The first fence that nobody has closed. What looks like a heading or a box behind a blank line in
 * it is Markdown again: the fence is closed on that blank line.
 */
export function closeFence(
  {blocks, source}: Blocks,
  lines: readonly SourceLine[],
): ClosedFence | undefined {
  const open = blocks
    .flatMap(everyNode)
    .find((node): node is Code => node.type === 'code' && isOpen(node, source));
  const {start, end} = open?.position ?? {};
  if (!open || !start || !end) return undefined;
  const position = {line: start.line, column: start.column};
  let isBlank = false;
  for (let at = start.line; at < end.line; at += 1) {
    const text = lines[at]?.text ?? '';
    if (isBlank && isMarkdownAgain.test(text)) {
      const first = lines[start.line - 1]?.text.slice(start.column - 1) ?? '';
      const fence = /^(?:`{3,}|~{3,})/u.exec(first)?.[0] ?? '```';
      const closing = {text: ' '.repeat(start.column - 1) + fence, end: lines[at - 1]?.end ?? '\n'};
      return {
        notice: {
          message: `This code block is never closed; from line ${at + 1} on it is read as Markdown again.`,
          position,
        },
        lines: [...lines.slice(0, at - 1), closing, ...lines.slice(at)],
      };
    }
    isBlank = text.trim() === '';
  }
  return {
    notice: {message: 'This code block is never closed; all that follows is code.', position},
  };
}
