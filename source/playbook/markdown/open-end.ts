import type {Code, Html, RootContent} from 'mdast';

const htmlPairs: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*<!--/u, /-->/u],
  [/^\s*<(?:pre|script|style|textarea)(?:\s|>|$)/iu, /<\/(?:pre|script|style|textarea)>/iu],
  [/^\s*<\?/u, /\?>/u],
  [/^\s*<!\[CDATA\[/u, /\]\]>/u],
  [/^\s*<![a-z]/iu, />/u],
];

function isOpenHtml({value}: Html, isAfterBlank: boolean): boolean {
  const pair = htmlPairs.find(([opening]) => opening.test(value));
  return pair ? !pair[1].test(value) : !isAfterBlank;
}

function isOpenCode(node: Code, text: string): boolean {
  const raw = text.slice(node.position?.start.offset, node.position?.end.offset);
  const fence = /^(?:`{3,}|~{3,})/u.exec(raw)?.[0];
  if (!fence) return false;
  const [, ...later] = raw.split(/\r\n|\n|\r/u);
  const closing = new RegExp(`^ {0,3}${fence[0] ?? ''}{${fence.length},}[ \\t]*$`, 'u');
  return !closing.test(later.at(-1) ?? '');
}

/**
 * Whether the last block of a text would go on in what follows: a code fence or HTML that nothing
 * has closed (CommonMark 4.5 and 4.6). Inside a list it cannot, since the list ends there.
 */
export function hasOpenEnd(blocks: readonly RootContent[], text: string): boolean {
  const last = blocks.at(-1);
  if (last?.type === 'code') return isOpenCode(last, text);
  if (last?.type !== 'html') return false;
  const lastLine = text.split(/\r\n|\n|\r/u).at(-2) ?? '';
  return isOpenHtml(last, lastLine.trim() === '');
}
