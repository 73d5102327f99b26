import type {Heading, Nodes, Paragraph, RootContent} from 'mdast';
import {plainText, positionOf} from '../markdown/inline-text.ts';
import {holdsList} from '../markdown/lists.ts';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {takeMinutes} from '../pieces/minutes.ts';
import {readLine} from '../pieces/optional.ts';
import {isEntry} from '../pieces/piece.ts';
import {readTable} from '../pieces/tables/read-table.ts';
import type {Minutes, Position} from '../playbook.ts';
import {cleanTitle} from './titles.ts';

/** A heading, or a bold line that stands for one. */
export interface RunHeading {
  /** 1 to 6 as in Markdown; a bold line counts as 7, below every heading. */
  readonly depth: number;
  readonly title: string;
  /** The title without the length of time it announces, when it announces one. */
  readonly timed?: {readonly title: string; readonly minutes: Minutes} | undefined;
  /** What stands below it is not for every system. */
  readonly isOptional: boolean;
  readonly position: Position;
  readonly node: Nodes;
}

/** A heading with everything up to the next one; the first run of a file may have no heading. */
export interface Run {
  readonly heading: RunHeading | undefined;
  readonly blocks: readonly RootContent[];
}

/** The depth of a bold line that stands for a heading. */
export const boldDepth = 7;

function toHeading(node: Heading | Paragraph, depth: number): RunHeading {
  const {text: title, isOptional} = readLine(cleanTitle(plainText(node.children)));
  const timed = takeMinutes(title);
  return {
    depth,
    title,
    isOptional,
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
  // "**Storage** (Kim) - 15 min" is a heading too.
  return (
    !/[\p{L}\p{N}]/u.test(tail) ||
    /^x(?: ?: ?\([^()]*\))?$/u.test(takeMinutes(`x: ${tail}`)?.text ?? '')
  );
}

/** Whether a node holds lines that may be work. */
export function holdsEntries(node: Nodes, blocks: Blocks): boolean {
  return holdsList(node) || (node.type === 'table' && readTable(node, blocks).some(isEntry));
}

/** A bold line is a heading only where a list or a table of work follows it; elsewhere it is emphasis. */
function leadsToEntries(blocks: Blocks, index: number): boolean {
  for (let at = index + 1; at < blocks.blocks.length; at += 1) {
    const node = blocks.blocks[at];
    if (!node || node.type === 'heading' || isBoldLine(node)) return false;
    if (holdsEntries(node, blocks)) return true;
  }
  return false;
}

function headingAt(blocks: Blocks, index: number): RunHeading | undefined {
  const node = blocks.blocks[index];
  if (node?.type === 'heading') return toHeading(node, node.depth);
  return isBoldLine(node) && leadsToEntries(blocks, index) ? toHeading(node, boldDepth) : undefined;
}

/** Cuts a file's blocks at its headings. */
export function toRuns(blocks: Blocks): Run[] {
  const runs: {heading: RunHeading | undefined; blocks: RootContent[]}[] = [
    {heading: undefined, blocks: []},
  ];
  for (const [index, node] of blocks.blocks.entries()) {
    const heading = headingAt(blocks, index);
    if (heading) runs.push({heading, blocks: []});
    else runs.at(-1)?.blocks.push(node);
  }
  return runs;
}

/** The run at an index with the runs of the deeper headings below it. */
export function runsBelow<T extends Pick<Run, 'heading'>>(runs: readonly T[], index: number): T[] {
  const depth = runs[index]?.heading?.depth ?? 0;
  let end = index + 1;
  while (end < runs.length && (runs[end]?.heading?.depth ?? 0) > depth) end += 1;
  return runs.slice(index, end);
}
