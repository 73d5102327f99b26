import type {ListItem, Nodes} from 'mdast';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {excerpt, inlineExcerpt} from '../markdown/excerpt.ts';
import {
  commandsAmong,
  linksIn,
  plainText,
  positionOf,
  splitAtBreak,
} from '../markdown/inline-text.ts';
import {listsIn, textsIn} from '../markdown/lists.ts';
import {takeMinutes} from './minutes.ts';
import type {Item, Minutes} from '../playbook.ts';

/** What a list entry's first line says. */
interface Line {
  readonly text: string;
  readonly isOptional: boolean;
}

/** A list entry before it has an id; whether its minutes count depends on its step's screen. */
export interface Entry extends Line, Omit<Item, 'id' | 'children' | 'minutes' | 'due'> {
  readonly isOrdered: boolean;
  /** The line read as an agenda block's, when it names a length of time. */
  readonly timed?: (Line & {readonly minutes: Minutes}) | undefined;
  readonly children: readonly Entry[];
}

const optional =
  /[\s,;]*(?:[([](?:if applicable|optional)[)\]]|(?<=[\s,])if applicable)\s*[.,;:]?$/iu;
const emptyBox = /^\[[ xX]?\]$/u;
export const emptyText = '(empty entry)';

function readLine(text: string): Line {
  const rest = text.replace(optional, '').trim();
  return rest === '' ? {text, isOptional: false} : {text: rest, isOptional: rest !== text.trim()};
}

function readTimedLine(text: string): Entry['timed'] {
  const timed = takeMinutes(text);
  return timed && {...readLine(timed.text), minutes: timed.minutes};
}

/** An entry's first line as plain text, and what stands below it as Markdown. */
function readBody(source: string, nodes: readonly Nodes[]): {text: string; details?: string} {
  const texts = textsIn(nodes).filter(({type}) => type !== 'html');
  const [first, ...others] = texts;
  if (!first) return {text: ''};
  const [line, below] = first.type === 'paragraph' ? splitAtBreak(first.children) : [[first], []];
  const isCode = first.type === 'code';
  const details = [
    isCode ? excerpt(source, [first]) : inlineExcerpt(source, below),
    excerpt(source, others),
  ].filter((part) => part !== undefined);
  return {
    text: isCode ? (first.value.split('\n')[0] ?? '').trim() : plainText(line),
    ...(details.length > 0 ? {details: details.join('\n\n')} : {}),
  };
}

function readEntry(node: ListItem, isOrdered: boolean, blocks: Blocks): Entry {
  const {text: words, details} = readBody(blocks.source, node.children);
  const isEmpty = words === '' || emptyBox.test(words);
  const text = isEmpty ? emptyText : words;
  return {
    ...readLine(text),
    ...(details === undefined ? {} : {details}),
    isChecked: node.checked === true || /^\[x\]$/iu.test(words),
    timed: readTimedLine(text),
    commands: commandsAmong(node.children),
    links: linksIn(node.children, blocks.urls),
    children: readEntries(node.children, blocks),
    isOrdered,
    position: positionOf(node),
  };
}

/** The entries of all lists among some nodes, with their nested entries as children. */
export function readEntries(nodes: readonly Nodes[], blocks: Blocks): Entry[] {
  return listsIn(nodes).flatMap((list) =>
    list.children.map((node) => readEntry(node, list.ordered === true, blocks)),
  );
}
