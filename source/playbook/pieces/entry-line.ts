import type {Nodes, PhrasingContent} from 'mdast';
import {isWikiLink, linksIn, plainText, splitAtBreak} from '../markdown/inline-text.ts';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {takeBox} from './boxes.ts';
import type {Entry} from './piece.ts';

/** Whether a line is struck out from end to end. */
export function isStruckOut(nodes: readonly Nodes[]): boolean {
  const told = nodes.filter((node) => plainText([node]) !== '');
  const first = told.find((node) => takeBox(`${plainText([node])} x`)?.rest !== 'x');
  return first?.type === 'delete' && told.at(-1) === first;
}

/** Whether a line is nothing but links, and where these lead. */
export function onlyLinks(nodes: readonly Nodes[], blocks: Blocks): Entry['isOnly'] {
  const isLink = ({type}: Nodes) => type === 'link' || type === 'linkReference';
  const told = nodes.filter((node) => /[\p{L}\p{N}]/u.test(plainText([node])));
  const inner = told.flatMap((node) =>
    ['strong', 'emphasis'].includes(node.type) && 'children' in node ? node.children : [node],
  );
  if (inner.length > 0 && inner.every(isWikiLink)) return 'anchors';
  if (inner.length === 0 || !inner.every(isLink)) return undefined;
  const urls = linksIn(inner, blocks.urls).map(({url}) => url);
  if (urls.length === 0) return undefined;
  return urls.every((url) => url.startsWith('#')) ? 'anchors' : 'links';
}

/** The first line of an entry, and what follows a forced break in the same paragraph. */
export function lineOf(
  first: Nodes | undefined,
): readonly [readonly Nodes[], readonly PhrasingContent[]] {
  if (!first || first.type === 'list') return [[], []];
  return first.type === 'paragraph' ? splitAtBreak(first.children) : [[first], []];
}
