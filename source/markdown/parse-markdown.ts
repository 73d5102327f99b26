import type {Node, Nodes, Parent, Root} from 'mdast';
import {fromMarkdown, type Options} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';

const options: Options = {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]};

/** Markdown with GitHub's tables, task lists, footnotes, strike-through and bare addresses. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, options);
}

function isParent(node: Node): node is Parent {
  return 'children' in node;
}

/** A node and everything below it, parents before their children. */
export function everyNode(node: Nodes): Nodes[] {
  return isParent(node) ? [node, ...node.children.flatMap((child) => everyNode(child))] : [node];
}
