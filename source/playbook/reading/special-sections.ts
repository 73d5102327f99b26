import type {ListItem, Nodes} from 'mdast';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {excerpt} from '../markdown/excerpt.ts';
import {linksIn, plainText, positionOf} from '../markdown/inline-text.ts';
import {entriesIn, textsIn} from '../markdown/lists.ts';
import type {Gotcha, Link} from '../playbook.ts';
import type {Section} from './outline.ts';
import {runsBelow} from './runs.ts';
import {sectionRole} from './titles.ts';

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

function toGotchas(entries: readonly ListItem[], texts: readonly Nodes[]): Gotcha[] {
  const nodes = entries.length > 0 ? entries : texts.filter(({type}) => type === 'paragraph');
  return nodes.map((node) => ({
    text: textOf('children' in node && node.type === 'listItem' ? textsIn(node.children) : [node]),
    position: positionOf(node),
  }));
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

function take(scope: readonly Section[], blocks: Blocks): Taken | undefined {
  const [section] = scope;
  const role = section && sectionRole(section.heading.title);
  if (!role) return undefined;
  const nodes = scope.flatMap((run) => run.blocks);
  const entries = entriesIn(nodes);
  const texts = textsIn(nodes);
  if (role === 'gotchas') return {gotchas: toGotchas(entries, texts)};
  if (role === 'links') {
    const links = toLinks(entries, texts, blocks);
    return links && {links};
  }
  // Entries are work to settle, so a context that has some is a step with its text on top.
  if (entries.length > 0 || section.heading.depth > 2) return undefined;
  const all = scope.flatMap<Nodes>((run, index) =>
    index === 0 ? run.blocks : [run.heading.node, ...run.blocks],
  );
  const text = excerpt(blocks.source, all);
  return {context: text === undefined ? [] : [text]};
}

/** Takes out the sections that are read by their name. */
export function takeSpecialSections(sections: readonly Section[], blocks: Blocks): SpecialSections {
  const taken: Taken[] = [];
  const rest: Section[] = [];
  for (let index = 0; index < sections.length; index += 1) {
    const section = sections[index];
    if (!section) break;
    const scope = sectionRole(section.heading.title) ? runsBelow(sections, index) : [];
    const found = take(scope, blocks);
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
