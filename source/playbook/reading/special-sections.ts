import type {ListItem, Nodes} from 'mdast';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {excerpt} from '../markdown/excerpt.ts';
import {linksIn, plainText, positionOf} from '../markdown/inline-text.ts';
import {entriesIn, textsIn} from '../markdown/lists.ts';
import type {Gotcha, Link} from '../playbook.ts';
import {everyEntry} from '../pieces/piece.ts';
import {readPieces} from '../pieces/pieces.ts';
import type {Choice} from './choice.ts';
import type {Section} from './outline.ts';
import {runsBelow} from './runs.ts';
import {isLegend, sectionRole} from './titles.ts';

/** What the sections called Context, Gotchas and Links say, and the sections that are left. */
export interface SpecialSections {
  readonly context: readonly string[];
  readonly gotchas: readonly Gotcha[];
  readonly links: readonly Link[];
  readonly rest: readonly Section[];
}

type Taken = Partial<Pick<SpecialSections, 'context' | 'gotchas' | 'links'>>;

function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => plainText([node]))
    .filter(Boolean)
    .join(' ');
}

/** The addresses of links whose words do not say them. */
function addressesIn(nodes: readonly Nodes[], blocks: Blocks): string {
  const urls = linksIn(nodes, blocks.urls)
    .filter(({text, url}) => text !== url && !url.startsWith('#'))
    .map(({url}) => ` (${url})`);
  return [...new Set(urls)].join('');
}

function toGotchas(
  entries: readonly ListItem[],
  texts: readonly Nodes[],
  blocks: Blocks,
): Gotcha[] {
  const nodes = entries.length > 0 ? entries : texts.filter(({type}) => type === 'paragraph');
  return nodes.map((node) => {
    const own = 'children' in node && node.type === 'listItem' ? textsIn(node.children) : [node];
    return {text: textOf(own) + addressesIn(own, blocks), position: positionOf(node)};
  });
}

/** The link that an entry is, with its whole line as text; nothing for entries that say more. */
function entryLink(entry: ListItem, blocks: Blocks): Link | undefined {
  const [link, ...others] = linksIn(entry.children, blocks.urls);
  const isTask = typeof entry.checked === 'boolean';
  if (!link || others.length > 0 || isTask) return undefined;
  return {...link, text: textOf(textsIn(entry.children)), position: positionOf(entry)};
}

/** The links of a section, if all its entries are links. */
function toLinks(
  entries: readonly ListItem[],
  texts: readonly Nodes[],
  blocks: Blocks,
): Link[] | undefined {
  if (entries.length === 0) {
    const links = linksIn(texts, blocks.urls);
    return links.length > 0 ? links : undefined;
  }
  const links = entries.flatMap((entry) => entryLink(entry, blocks) ?? []);
  return links.length === entries.length ? links : undefined;
}

/** All of some sections as Markdown, with the headings below the first, or with all of them. */
function wholeText(scope: readonly Section[], isHeaded: boolean, blocks: Blocks): string[] {
  const all = scope.flatMap<Nodes>((run, index) =>
    index === 0 && !isHeaded ? run.blocks : [run.heading.node, ...run.blocks],
  );
  return [excerpt(blocks, all) ?? ''].filter(Boolean);
}

/** Whether all entries are links to other places of the file. */
function isContents(entries: readonly ListItem[], blocks: Blocks): boolean {
  const links = entries.map((entry) => linksIn(entry.children, blocks.urls));
  return (
    entries.length > 0 &&
    links.every((some) => some.length > 0 && some.every(({url}) => url.startsWith('#')))
  );
}

/** A section of links without a list, where it says more than its links do. */
function wordsBesideLinks(scope: readonly Section[], texts: readonly Nodes[], blocks: Blocks) {
  const words = textOf(texts).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const linked = linksIn(texts, blocks.urls).flatMap(
    ({text}) => text.match(/[\p{L}\p{N}]+/gu) ?? [],
  ).length;
  const isProse = texts.every(({type}) => type === 'paragraph');
  return !isProse || words > linked ? wholeText(scope, true, blocks) : [];
}

function take(scope: readonly Section[], blocks: Blocks, choice: Choice): Taken | undefined {
  const [section] = scope;
  if (!section || choice.isNamed(section.heading.title, 'step')) return undefined;
  const role = sectionRole(section.heading.title);
  const nodes = scope.flatMap((run) => run.blocks);
  const entries = entriesIn(nodes);
  const texts = textsIn(nodes);
  if (role === undefined) {
    const isRead = texts.length === 0 && isContents(entries, blocks);
    return isRead ? {context: wholeText(scope, true, blocks)} : undefined;
  }
  if (isLegend(section.heading.title)) return {context: wholeText(scope, true, blocks)};
  // Anywhere else a box is work.
  const pieces = everyEntry(readPieces(nodes, blocks));
  if (pieces.some(({isBoxed, isSure = false}) => isBoxed || isSure)) return undefined;
  // What is neither a gotcha nor a link is context: other texts, and headings further down.
  const beside = scope.flatMap((run, index) => {
    const others = textsIn(run.blocks).filter(
      ({type}) => entries.length > 0 || (role === 'gotchas' && type !== 'paragraph'),
    );
    return excerpt(blocks, index > 0 ? [run.heading.node, ...others] : others) ?? [];
  });
  if (role === 'gotchas') return {gotchas: toGotchas(entries, texts, blocks), context: beside};
  if (role === 'guide') return {context: wholeText(scope, true, blocks)};
  if (role === 'links') {
    const links = toLinks(entries, texts, blocks);
    const all = entries.length > 0 ? [] : wordsBesideLinks(scope, texts, blocks);
    return links && {links, context: [...beside, ...all]};
  }
  // Where a file has boxes, the boxes are the work. Elsewhere a context with entries is a step with
  // its text on top.
  if ((entries.length > 0 && !choice.isBoxes) || section.heading.depth > 2) return undefined;
  return {context: wholeText(scope, false, blocks)};
}

/** Takes out the sections that are read by their name. */
export function takeSpecialSections(
  sections: readonly Section[],
  blocks: Blocks,
  choice: Choice,
): SpecialSections {
  const taken: Taken[] = [];
  const rest: Section[] = [];
  for (let index = 0; index < sections.length; index += 1) {
    const section = sections[index];
    if (!section) break;
    const hasRole = sectionRole(section.heading.title) !== undefined;
    const scope = hasRole ? runsBelow(sections, index) : [section];
    const found = take(scope, blocks, choice);
    if (found) {
      taken.push(found);
      index += scope.length - 1;
    } else rest.push(section);
  }
  return {
    context: taken.flatMap(({context = []}) => context),
    gotchas: taken.flatMap(({gotchas = []}) => gotchas),
    links: taken.flatMap(({links = []}) => links),
    rest,
  };
}
