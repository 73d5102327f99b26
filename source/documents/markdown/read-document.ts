import type {Heading, Image, Link, Nodes, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {cleanText} from './clean-text.ts';
import {badgeOf, type Tone} from './outcome-words.ts';
import {uniqueSlugs} from './contents.ts';
import {everyNode} from '../../markdown/parse-markdown.ts';
import {parseSections} from './parse-sections.ts';
import {linkPhones} from './link-phones.ts';
import {definitionsOf} from './safe-markdown.ts';
import {safeNodes} from './safe-nodes.ts';
import {withToldDiagrams} from './told-diagram.ts';

declare module 'mdast' {
  interface StrongData {
    /** A word of state at the head of a document: how it is to stand out. */
    badge?: Tone;
  }
}

/**
 * A rendered document, ready to be laid out: no HTML, no reference, no picture and no definition
 * is left in it but those of footnotes.
 */
export interface DocumentContent {
  /** The text of the first heading of level 1; empty where there is none. */
  readonly title: string;
  /** Everything but that heading and the list of contents, of which each format makes its own. */
  readonly blocks: readonly RootContent[];
  /** The anchor of every heading, as the links within the Markdown name it. */
  readonly anchors: ReadonlyMap<Heading, string>;
}

function isAnchorLink(node: Nodes | undefined): boolean {
  return node?.type === 'link' && node.url.startsWith('#');
}

/** A list of which every entry is a link to a heading and, at most, a list of the same kind. */
function isContents(node: Nodes | undefined): boolean {
  return (
    node?.type === 'list' &&
    node.children.every(({children: [own, below, ...more]}) => {
      const isLink =
        own?.type === 'paragraph' && own.children.length === 1 && isAnchorLink(own.children[0]);
      return isLink && more.length === 0 && (below === undefined || isContents(below));
    })
  );
}

/** A document is one file, so a picture is a link to where it is. */
function toLink({url, alt}: Image): Link {
  return {type: 'link', url, children: [{type: 'text', value: `Picture: ${alt || url}`}]};
}

function withoutImages<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const children = node.children.map((child) =>
    child.type === 'image' ? toLink(child) : withoutImages(child),
  );
  return {...node, children};
}

function isComment(node: RootContent): boolean {
  return node.type === 'html' && /^<!--[^]*-->\s*$/u.test(node.value);
}

/** What stands before the first heading below the title begins with the words of its state. */
function withBadges(blocks: readonly RootContent[]): RootContent[] {
  const isBelow = (block: RootContent) => block.type === 'heading' && block.depth > 1;
  const end = blocks.findIndex(isBelow);
  return blocks.map((block, index) => {
    const badge = index < (end < 0 ? blocks.length : end) ? badgeOf(block) : undefined;
    if (!badge || block.type !== 'paragraph') return block;
    const {strong, tone} = badge;
    const data = {...strong.data, badge: tone, hProperties: {dataOutcome: toString(strong)}};
    return {...block, children: [{...strong, data}, ...block.children.slice(1)]};
  });
}

/** The document that was read last: the page and the PDF of one follow each other. */
let last: {readonly markdown: string; readonly blocks: readonly RootContent[]} | undefined;

function readBlocks(markdown: string): readonly RootContent[] {
  if (last?.markdown !== markdown) last = {markdown, blocks: parseBlocks(markdown)};
  return last.blocks;
}

function parseBlocks(markdown: string): RootContent[] {
  const parsed = parseSections(cleanText(markdown)).filter((node) => !isComment(node));
  const nodes = parsed.flatMap((block) => everyNode(block));
  const context = {...definitionsOf(nodes), shift: 0, footnotePrefix: '', isForMarkdown: false};
  const made = (block: RootContent) =>
    (safeNodes(block, context).map(withoutImages) as RootContent[]).map(linkPhones);
  return withBadges(withToldDiagrams(parsed).flatMap(toldBlock));

  function toldBlock(block: RootContent): RootContent[] {
    const told = block.type === 'code' ? block.data?.told : undefined;
    if (block.type !== 'code' || !told) return made(block);
    return [{...block, data: {told: {...told, blocks: told.blocks.flatMap(made)}}}];
  }
}

/** Reads the Markdown of a document; `reserved` are anchors that the format needs for itself. */
export function readDocument(markdown: string, reserved: readonly string[] = []): DocumentContent {
  const all = readBlocks(markdown);
  const title = all.find((node) => node.type === 'heading' && node.depth === 1);
  const slug = uniqueSlugs();
  for (const anchor of reserved) slug(anchor);
  const anchors = new Map<Heading, string>();
  for (const node of all.flatMap((block) => everyNode(block)))
    if (node.type === 'heading') anchors.set(node, slug(toString(node) || 'section'));
  const blocks = all.filter((node, index) => {
    if (node === title) return false;
    const isOfContents = node.type === 'heading' && isContents(all[index + 1]);
    return !isOfContents && !(isContents(node) && all[index - 1]?.type === 'heading');
  });
  return {title: title ? toString(title) : '', blocks, anchors};
}
