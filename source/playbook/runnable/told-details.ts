import {everyNode, parseMarkdown} from '../../markdown/parse-markdown.ts';
import {shellLines} from '../pieces/shell-lines.ts';
import type {Item} from '../playbook.ts';

const blanks = (text: string) => text.replaceAll(/^\s*(?:\$|❯)\s+|\s+/gmu, ' ').trim();

/**
 * The details of an item without the blocks of code that are nothing but its commands, for where those
 * are listed. A block with comments or output tells more, and stays.
 */
export function toldDetails({details = '', commands}: Item): string {
  if (commands.length === 0 || !/```|~~~/u.test(details)) return details;
  let told = '';
  let done = 0;
  for (const node of parseMarkdown(details).children.flatMap(everyNode)) {
    if (node.type !== 'code' || !node.position) continue;
    const lines = shellLines(node.lang, node.value);
    if (lines.length === 0 || blanks(lines.join('\n')) !== blanks(node.value)) continue;
    told += details.slice(done, node.position.start.offset);
    done = node.position.end.offset ?? done;
  }
  return (told + details.slice(done)).replaceAll(/\n{3,}/gu, '\n\n').trim();
}
