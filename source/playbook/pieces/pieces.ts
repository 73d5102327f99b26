import type {List, ListItem, Nodes} from 'mdast';
import {excerpt, inlineExcerpt} from '../markdown/excerpt.ts';
import {linksIn, plainText, positionOf} from '../markdown/inline-text.ts';
import {holdsList, openContainers} from '../markdown/lists.ts';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {minutesBetween, takeClock, type Clocked} from './clock-times.ts';
import {commandsAmong} from './commands-in.ts';
import {isStruckOut, lineOf, onlyLinks} from './entry-line.ts';
import {readWords} from './entry-words.ts';
import {readLine} from './optional.ts';
import {isEntry, type Entry, type Mark, type Piece, type TextPiece} from './piece.ts';
import {readTable} from './tables/read-table.ts';
import {textBelow, toText} from './text-pieces.ts';

/** An entry with a code block that stands directly below it. */
function withCode(entry: Entry, code: TextPiece): Entry {
  const markdown = `${entry.markdown}\n\n${code.markdown}`;
  const last = entry.body.at(-1);
  // Below an entry with others in it, the last of these is meant.
  if (last && isEntry(last))
    return {...entry, markdown, body: [...entry.body.slice(0, -1), withCode(last, code)]};
  const commands = [...new Set([...entry.commands, ...(code.commands ?? [])])];
  return {...entry, markdown, commands, body: [...entry.body, code]};
}

function markOf(node: ListItem, written: Mark | undefined): Mark | undefined {
  if (node.checked === true) return 'done';
  return written ?? (node.checked === false ? 'open' : undefined);
}

type Read = Entry & {readonly clock: Clocked | undefined; readonly words: string};

function readEntry(node: ListItem, list: List, blocks: Blocks): Read {
  const nodes = openContainers(node.children);
  const first = nodes.find(({type}) => type !== 'html') ?? nodes[0];
  const [line, below] = lineOf(first);
  const isCode = first?.type === 'code';
  const words = isCode ? (first.value.split('\n')[0] ?? '').trim() : plainText(line);
  const {clock, ...said} = readWords(words);
  const others = first?.type === 'list' ? nodes : nodes.filter((one) => one !== first);
  const own = isCode ? readPieces([first], blocks) : textBelow(below, blocks);
  const mark = markOf(node, said.mark);
  return {
    ...said,
    type: 'entry',
    mark: isStruckOut(line) ? 'struck' : mark,
    isBoxed: mark !== undefined,
    isOrdered: list.ordered === true,
    isOnly: onlyLinks(line, blocks),
    commands: commandsAmong(node.children),
    links: linksIn(node.children, blocks.urls),
    body: [...own, ...readPieces(others, blocks)],
    head: inlineExcerpt(blocks, line) ?? '',
    markdown: excerpt(blocks, [node]) ?? '',
    list: `${list.position?.start.line}:${list.position?.start.column}`,
    position: positionOf(node),
    clock,
    words: said.text,
  };
}

/**
 * Gives the entries that name only when they start the length until the next one does. Among times
 * of day, `1-2 Lunch` names one too.
 */
function withLengths(entries: readonly Read[]): Entry[] {
  const told = entries.filter(({clock}) => clock).length;
  const isSchedule = told > 1 && told * 2 > entries.length;
  const clocks = entries.map(
    ({clock, words}) => clock ?? (isSchedule ? takeClock(words, true) : undefined),
  );
  return entries.map(({clock: own, words: _, ...entry}, index) => {
    const clock = clocks[index];
    if (!isSchedule || !clock || own?.minutes) return entry;
    const next = clocks[index + 1];
    const length = clock.minutes ?? (next && minutesBetween(clock.startsAt, next.startsAt));
    if (!length) return {...entry, isClocked: true};
    return {...entry, timed: {...readLine(clock.text), minutes: length}};
  });
}

/** The entries of a list. */
function readList(list: List, blocks: Blocks): Entry[] {
  return withLengths(list.children.map((node) => readEntry(node, list, blocks)));
}

/** What some nodes hold, in order: entries of their lists and tables, and the texts between. */
export function readPieces(nodes: readonly Nodes[], blocks: Blocks): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    const last = pieces.at(-1);
    if (node.type === 'list') pieces.push(...readList(node, blocks));
    else if (node.type === 'table') pieces.push(...readTable(node, blocks));
    else if (node.type !== 'code' && 'children' in node && holdsList(node))
      pieces.push(...readPieces(node.children, blocks));
    else {
      const text = toText(node, blocks);
      if (!text) continue;
      if (text.kind === 'code' && last && isEntry(last))
        pieces[pieces.length - 1] = withCode(last, text);
      else pieces.push(text);
    }
  }
  return pieces;
}
