import type {RootContent} from 'mdast';
import {isDiagram} from '../diagrams/is-diagram.ts';

/** What a diagram shows, in words, with the line that it is folded under. */
export interface ToldDiagram {
  readonly title: string;
  readonly blocks: readonly RootContent[];
}

declare module 'mdast' {
  interface CodeData {
    /** The words that stand folded below a diagram. */
    told?: ToldDiagram;
  }
}

const opening = /^<details>\s*<summary>([^<>]*)<\/summary>$/u;

function isClosing(node: RootContent): boolean {
  return node.type === 'html' && node.value.trim() === '</details>';
}

/**
 * Takes the `<details>` right below a diagram into it, so that each format shows the words in its
 * own manner. HTML anywhere else stays what it is.
 */
export function withToldDiagrams(blocks: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (!block) break;
    const [, title] = (next?.type === 'html' && opening.exec(next.value.trim())) || [];
    const end = blocks.findIndex((node, at) => at > index + 1 && isClosing(node));
    if (isDiagram(block) && title !== undefined && end > 0) {
      const told = {title, blocks: blocks.slice(index + 2, end)};
      result.push({...block, data: {...block.data, told}});
      index = end;
    } else result.push(block);
  }
  return result;
}
