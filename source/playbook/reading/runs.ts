import type {Heading, Nodes, Paragraph, RootContent} from 'mdast';
import {plainText, positionOf} from '../markdown/inline-text.ts';
import {holdsList} from '../markdown/lists.ts';
import {takeMinutes} from './minutes.ts';
import type {Minutes, Position} from '../playbook.ts';
import {cleanTitle} from './titles.ts';

/** A heading, or a bold line that stands for one. */
export interface RunHeading {
  /** 1 to 6 as in Markdown; a bold line counts as 7, below every heading. */
  readonly depth: number;
  readonly title: string;
  /** The title without the length of time it announces, when it announces one. */
  readonly timed?: {readonly title: string; readonly minutes: Minutes} | undefined;
  readonly position: Position;
  readonly node: Nodes;
}

/** A heading with everything up to the next one; the first run of a file may have no heading. */
export interface Run {
  readonly heading: RunHeading | undefined;
  readonly blocks: readonly RootContent[];
}

const boldDepth = 7;

function toHeading(node: Heading | Paragraph, depth: number): RunHeading {
  const title = cleanTitle(plainText(node.children));
  const timed = takeMinutes(title);
  return {
    depth,
    title,
    timed: timed && {title: cleanTitle(timed.text), minutes: timed.minutes},
    position: positionOf(node),
    node,
  };
}

/**
 * Whether a paragraph is a bold run and nothing else but emoji, punctuation or a length of time.
 * The bold run may itself be in italics.
 */
function isBoldLine(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== 'paragraph') return false;
  const [first, ...rest] = node.children;
  const bold =
    first?.type === 'emphasis' && first.children.length === 1 ? first.children[0] : first;
  if (bold?.type !== 'strong' || plainText([bold]) === '') return false;
  const tail = cleanTitle(plainText(rest));
  return !/[\p{L}\p{N}]/u.test(tail) || takeMinutes(`x: ${tail}`)?.text === 'x';
}

/** A bold line is a heading only where a list follows it; elsewhere it is emphasis. */
function leadsToList(blocks: readonly RootContent[], index: number): boolean {
  for (let at = index + 1; at < blocks.length; at += 1) {
    const node = blocks[at];
    if (!node || node.type === 'heading' || isBoldLine(node)) return false;
    if (holdsList(node)) return true;
  }
  return false;
}

function headingAt(blocks: readonly RootContent[], index: number): RunHeading | undefined {
  const node = blocks[index];
  if (node?.type === 'heading') return toHeading(node, node.depth);
  return isBoldLine(node) && leadsToList(blocks, index) ? toHeading(node, boldDepth) : undefined;
}

/** Cuts a file's blocks at its headings. */
export function toRuns(blocks: readonly RootContent[]): Run[] {
  const runs: {heading: RunHeading | undefined; blocks: RootContent[]}[] = [
    {heading: undefined, blocks: []},
  ];
  for (const [index, node] of blocks.entries()) {
    const heading = headingAt(blocks, index);
    if (heading) runs.push({heading, blocks: []});
    else runs.at(-1)?.blocks.push(node);
  }
  return runs;
}

/** The run at an index with the runs of the deeper headings below it. */
export function runsBelow<T extends Run>(runs: readonly T[], index: number): T[] {
  const depth = runs[index]?.heading?.depth ?? 0;
  const end = runs.findIndex(({heading}, at) => at > index && (heading?.depth ?? 0) <= depth);
  return runs.slice(index, end === -1 ? undefined : end);
}
