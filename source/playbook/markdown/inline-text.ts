import type {Nodes, PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {Link, Position} from '../playbook.ts';
import {isTag} from './html-text.ts';
import {withoutControls} from './source-text.ts';

/** Where a node starts in the whole text. */
export function positionOf(node: Nodes): Position {
  const {line = 1, column = 1} = node.position?.start ?? {};
  return {line, column};
}

/** A forced line break: two blanks or a backslash at the end of the line, or `<br>`. */
export function isBreak(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/iu.test(node.value));
}

const checkbox = /^<input\b[^>]*type=["']?checkbox\b/iu;

// Obsidian's links within a vault: the page, or the words for it.
const wikiLink = /!?\[\[(?=\S)(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]/gu;

/** Whether a node is one link of Obsidian and nothing else. */
export function isWikiLink(node: Nodes): boolean {
  return (
    node.type === 'text' &&
    node.value.replace(wikiLink, '').trim() === '' &&
    node.value.includes('[[')
  );
}

/** The words of a node; a box written as HTML as the sign that it shows. */
function words(node: Nodes): string {
  if (isBreak(node)) return ' ';
  if (node.type === 'html') {
    if (checkbox.test(node.value)) return /\schecked\b/iu.test(node.value) ? '☑ ' : '☐ ';
    return isTag(node.value) ? '' : node.value;
  }
  if (node.type === 'text') return node.value.replaceAll(wikiLink, '$1');
  return 'children' in node
    ? node.children.map(words).join('')
    : toString(node, {includeHtml: false});
}

/** The words of some nodes on one line, without markup, comments and HTML tags. */
export function plainText(nodes: readonly Nodes[]): string {
  const text = nodes.map(words).join('');
  // Character references such as `&#x202e;` bring back what the source was cleaned of.
  return withoutControls(text).replaceAll(/\s+/gu, ' ').trim();
}

/** All nodes below some nodes, except those in lists: nested entries speak for themselves. */
export function withinEntry(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node) => {
    if (node.type === 'list') return [];
    return 'children' in node ? [node, ...withinEntry(node.children)] : [node];
  });
}

/** The links among some nodes, reference links included, with their places. */
export function linksIn(nodes: readonly Nodes[], urls: ReadonlyMap<string, string>): Link[] {
  return withinEntry(nodes).flatMap((node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return [];
    const address = node.type === 'link' ? node.url : urls.get(node.identifier);
    if (address === undefined) return [];
    const url = withoutControls(address);
    return [{text: plainText([node]) || url, url, position: positionOf(node)}];
  });
}

/** Splits the first line of a paragraph, up to a forced break, from what follows it. */
export function splitAtBreak(
  nodes: readonly PhrasingContent[],
): readonly [readonly PhrasingContent[], readonly PhrasingContent[]] {
  const index = nodes.findIndex(isBreak);
  return index === -1 ? [nodes, []] : [nodes.slice(0, index), nodes.slice(index + 1)];
}
