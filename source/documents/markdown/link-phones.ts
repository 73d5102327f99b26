import type {Link, Nodes, PhrasingContent, RootContent, Text} from 'mdast';
import {toString} from 'mdast-util-to-string';

/** ITU-T E.164: a plus sign and at most 15 digits; shorter ones than 7 are no whole numbers. */
const international = /(?<![\w+])\+\d[\d ()./-]{5,22}\d(?!\w)/gu;
/** In a column of telephone numbers also those without the sign of a country. */
const national = /(?<![\w+.:/-])\+?\(?\d[\d ()./-]{4,22}\d(?![\w:])/gu;
const phoneColumn = /\b(?:phone|telephone|mobile|cell|pager|fax)\b/iu;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '');
}

function isPhone(text: string): boolean {
  const {length} = digitsOf(text);
  return length >= 6 && length <= 15 && !/^\d{4}-\d\d-\d\d/u.test(text);
}

function toLink(text: string): Link {
  const url = `tel:${text.startsWith('+') ? '+' : ''}${digitsOf(text)}`;
  return {type: 'link', url, children: [{type: 'text', value: text}]};
}

function linkText({value}: Text, pattern: RegExp): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = 0;
  for (const {0: found, index} of value.matchAll(pattern)) {
    if (!isPhone(found)) continue;
    if (index > from) out.push({type: 'text', value: value.slice(from, index)});
    out.push(toLink(found));
    from = index + found.length;
  }
  if (from === 0) return [{type: 'text', value}];
  return from < value.length ? [...out, {type: 'text', value: value.slice(from)}] : out;
}

/** Within a link is no other; code and headings are what they are. */
const closed = new Set<string>(['link', 'heading', 'code', 'inlineCode']);

function linkNode(node: Nodes, pattern: RegExp): Nodes[] {
  if (node.type === 'text') return /\d{2}/u.test(node.value) ? linkText(node, pattern) : [node];
  if (!('children' in node) || closed.has(node.type)) return [node];
  if (node.type !== 'table') {
    const children = node.children.flatMap((child) => linkNode(child, pattern));
    return [{...node, children} as Nodes];
  }
  const isOfPhones = node.children[0]?.children.map((cell) => phoneColumn.test(toString(cell)));
  const children = node.children.map((row) => ({
    ...row,
    children: row.children.flatMap((cell, column) =>
      linkNode(cell, isOfPhones?.[column] ? national : pattern),
    ),
  }));
  return [{...node, children} as Nodes];
}

/** A block in which telephone numbers can be called. */
export function linkPhones(block: RootContent): RootContent {
  return linkNode(block, international)[0] as RootContent;
}
