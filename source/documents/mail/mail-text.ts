import type {Nodes} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {parseMarkdown} from '../../markdown/parse-markdown.ts';

/** The words of a node in one line; a link shows where it leads, unless that is what it says. */
function inline(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'link') {
    const text = node.children.map(inline).join('');
    return text === node.url || node.url.startsWith('#') ? text : `${text} (${node.url})`;
  }
  return 'children' in node ? node.children.map(inline).join('') : toString(node);
}

function indented(text: string, by: string): string {
  return text.replaceAll(/\n(?=.)/gu, `\n${by}`);
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'list':
      return node.children
        .map(({children}, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
          return mark + indented(children.map(block).join('\n'), ' '.repeat(mark.length));
        })
        .join('\n');
    case 'blockquote':
      return node.children.map(block).join('\n\n');
    case 'table':
      return node.children.map((row) => row.children.map(inline).join(', ')).join('\n');
    case 'thematicBreak':
    case 'html':
      return '';
    default:
      return inline(node);
  }
}

/** A document without its markup, as a mail without pictures shows it. */
export function mailText(markdown: string): string {
  const {children} = parseMarkdown(markdown);
  return `${children
    .map(block)
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}
