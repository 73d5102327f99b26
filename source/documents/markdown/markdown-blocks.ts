/**
 * Finished Markdown that a template places as a whole. While a template renders it stands as a
 * one-line mark, so that tidying the lines around it cannot touch what a person wrote.
 */
export interface Block {
  readonly markdown: string;
  /** The plain text of the headings in it, in reading order. */
  readonly headings: readonly string[];
}

const mark = '\uFDD0';
const wholeLine = new RegExp(`^([ \\t]*)${mark}(\\d+)${mark}$`, 'u');
const anywhere = new RegExp(`${mark}(\\d+)${mark}`, 'gu');

export interface BlockKeeper {
  /** Keeps a block and gives the mark that stands for it. */
  readonly keep: (block: Block) => string;
  /** The block that a whole line stands for, indented as the line is. */
  readonly find: (line: string) => Block | undefined;
  /** Replaces marks in the middle of a line, where a block cannot stand, by `toLine` of the block. */
  readonly inline: (line: string, toLine: (markdown: string) => string) => string;
}

function indent(markdown: string, by: string): string {
  return by === '' ? markdown : markdown.replaceAll(/^(?=.)/gmu, by);
}

export function keepBlocks(): BlockKeeper {
  const blocks: Block[] = [];
  return {
    keep: (block) => `${mark}${blocks.push(block) - 1}${mark}`,
    find: (line) => {
      const [, by = '', index = ''] = wholeLine.exec(line) ?? [];
      const block = blocks[index === '' ? -1 : Number(index)];
      return block && {...block, markdown: indent(block.markdown, by)};
    },
    inline: (line, toLine) =>
      line.replaceAll(anywhere, (_, index: string) =>
        toLine(blocks[Number(index)]?.markdown ?? ''),
      ),
  };
}
