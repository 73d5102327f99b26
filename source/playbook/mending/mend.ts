import type {Nodes} from 'mdast';
import {everyNode} from '../../markdown/parse-markdown.ts';
import type {Cut} from '../markdown/chunks.ts';
import {parseBlocks, type Blocks} from '../markdown/parse-blocks.ts';
import type {Notice} from '../playbook.ts';
import {withHtmlTables} from '../pieces/tables/html-tables.ts';
import {closeFence} from './open-fences.ts';
import {mendDepth} from './depth.ts';
import {mendLength} from './length.ts';
import {mendLine} from './lines.ts';
import {noticesOfLines} from './line-notices.ts';
import {joinLines, splitLines} from './split-lines.ts';

export interface Mended extends Blocks {
  readonly notices: readonly Notice[];
}

/** The lines that some kinds of nodes take, counted from 1. */
function linesOf(nodes: readonly Nodes[], type: Nodes['type']): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const node of nodes) {
    if (node.type !== type || !node.position) continue;
    for (let line = node.position.start.line; line <= node.position.end.line; line += 1)
      lines.add(line);
  }
  return lines;
}

/** A file may have this many fences that nobody closed; what follows stays code. */
const mostFences = 8;

/**
 * Parses Markdown as it was meant. Boxes without a bullet, tags around lists and fences that nobody
 * closed are mended line by line, so that every line keeps its number; code is left as it is.
 */
export function parseMended(source: string, from: Cut): Mended {
  const long = mendLength(source.slice(from.offset));
  const deep = mendDepth(long.source);
  const whole = source.slice(0, from.offset) + deep.source;
  let lines = splitLines(whole);
  let blocks = parseBlocks(whole, from);
  const notices = [...long.notices, ...deep.notices].map(({message, position}) => ({
    message,
    position: {...position, line: position.line + from.linesBefore},
  }));
  for (let count = 0; count < mostFences; count += 1) {
    const closed = closeFence(blocks, lines);
    if (!closed) break;
    notices.push(closed.notice);
    if (!closed.lines) break;
    lines = closed.lines;
    blocks = parseBlocks(joinLines(lines), from);
  }
  const nodes = blocks.blocks.flatMap(everyNode);
  const code = linesOf(nodes, 'code');
  const isKept = (number: number) =>
    number <= from.linesBefore || code.has(number) || deep.deep.has(number - from.linesBefore);
  const mended = lines.map((line, at) =>
    isKept(at + 1) ? line : mendLine(line, lines[at - 1], lines[at + 1]),
  );
  if (mended.some(({text}, at) => text !== lines[at]?.text))
    blocks = parseBlocks(joinLines(mended), from);
  return {
    ...withHtmlTables(blocks),
    notices: [...notices, ...noticesOfLines(blocks.blocks.flatMap(everyNode), mended)],
  };
}
