import type {Nodes} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {allItems} from '../../source/playbook/walk.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';

function entryPlaces(node: Nodes): string[] {
  const {line = 0, column = 0} = node.position?.start ?? {};
  const below = 'children' in node ? node.children.flatMap(entryPlaces) : [];
  return node.type === 'listItem' ? [`${line}:${column}`, ...below] : below;
}

/** The `line:column` of every list entry, from a plain parse of the whole text in one go. */
export function entriesOfText(markdown: string): string[] {
  const tree = fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
  return entryPlaces(tree).toSorted();
}

/** The `line:column` of everything that a playbook made of list entries. */
export function entriesOfPlaybook(playbook: Playbook): string[] {
  const places = [
    ...allItems(playbook).map(({item}) => item.position),
    ...playbook.gotchas.map(({position}) => position),
    ...playbook.links.map(({position}) => position),
  ];
  return places.map(({line, column}) => `${line}:${column}`).toSorted();
}
