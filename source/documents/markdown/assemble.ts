import type {BlockKeeper} from './markdown-blocks.ts';
import {contentsList, uniqueSlugs, type Heading} from './contents.ts';
import {escapeInline} from './escape-inline.ts';

/** The line that stands for the table of contents, with the deepest heading level it lists. */
export function contentsMark(depth: number): string {
  return `\uFDD1${depth}\uFDD1`;
}

const contentsLine = /^\uFDD1(\d)\uFDD1$/u;

/**
 * Turns what a template rendered into the document: white space at line ends and repeated empty
 * lines go, kept blocks come in as they are, the table of contents is filled in.
 */
export function assemble(rendered: string, blocks: BlockKeeper): string {
  const slug = uniqueSlugs();
  const headings: Heading[] = [];
  /** The heading that a table of contents stands under, which it does not list. */
  let own: Heading | undefined;
  const lines: string[] = [];

  for (const raw of rendered.split('\n')) {
    const line = raw.trimEnd();
    const block = blocks.find(line);
    const [, signs = '', title = ''] = /^(#{1,6}) (.*)$/u.exec(line) ?? [];
    if (block) {
      block.headings.forEach(slug);
      if (block.markdown !== '') lines.push(block.markdown);
    } else if (signs !== '') {
      const text = blocks.inline(title, escapeInline);
      headings.push({depth: signs.length, text, slug: slug(text)});
      lines.push(`${signs} ${text}`);
    } else if (contentsLine.test(line)) {
      own = headings.at(-1);
      lines.push(line);
    } else if (line !== '' || (lines.length > 0 && lines.at(-1) !== ''))
      lines.push(blocks.inline(line, escapeInline));
  }

  const listed = headings.filter((heading) => heading !== own);
  const text = lines
    .map((line) => {
      const [, depth] = contentsLine.exec(line) ?? [];
      return depth === undefined ? line : contentsList(listed, Number(depth));
    })
    .join('\n');
  return `${text.trimEnd()}\n`;
}
