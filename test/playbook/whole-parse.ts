import type {Nodes} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {allItems} from '../../source/playbook/walk.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';

function parse(markdown: string) {
  return fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
}

function entryPlaces(node: Nodes): string[] {
  const {line = 0, column = 0} = node.position?.start ?? {};
  const below = 'children' in node ? node.children.flatMap(entryPlaces) : [];
  return node.type === 'listItem' ? [`${line}:${column}`, ...below] : below;
}

/** The `line:column` of every list entry, from a plain parse of the whole text in one go. */
export function entriesOfText(markdown: string): string[] {
  return entryPlaces(parse(markdown)).toSorted();
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

function shownTexts(node: Nodes): string[] {
  if (node.type === 'definition') return [];
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    // Where a fence stays open, what stands in it is read as Markdown again, and so are its tags.
    return [node.value.replaceAll(/<!--[^]*?(?:-->|$)|<[^>]*>?/gu, '')];
  return 'children' in node ? node.children.flatMap(shownTexts) : [];
}

function wordsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

// What becomes a field and leaves the text: lengths of time, that something is optional, and the
// headings of sections that are read by their name.
const fields =
  /^(?:\d+|min|optional|if|applicable|xx?|context|gotchas|pitfalls|common|mistakes|links|see|also|references|resources)$/iu;

/** Every word that a reader of the page sees, from a plain parse of the whole text in one go. */
export function wordsOfText(markdown: string): ReadonlySet<string> {
  return new Set(wordsIn(shownTexts(parse(markdown))).filter((word) => !fields.test(word)));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Every word in any part of a playbook. */
export function wordsOfPlaybook(playbook: Playbook): ReadonlySet<string> {
  return new Set(wordsIn(stringsIn(playbook)));
}
