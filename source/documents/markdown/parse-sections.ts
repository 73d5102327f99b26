import type {RootContent} from 'mdast';
import {parseMarkdown} from '../../markdown/parse-markdown.ts';

/** A label in square brackets: what a reference or a footnote and its definition have in common. */
const label = /\[([^[\]\\]{1,200})\]/gu;
const definition = /^ {0,3}\[([^[\]\\]{1,200})\]:/gmu;

/** Characters up to which pieces below a heading are put together: each parse has its own price. */
const enough = 2500;

/** The text cut before every line that may be a heading; in a code block it is none. */
function cutAtHeadings(markdown: string): string[] {
  const pieces: string[] = [];
  for (const part of markdown.split(/^(?=#{1,6}(?:\s|$))/mu)) {
    const last = pieces.at(-1);
    const isSmall = last !== undefined && last.length + part.length < enough;
    // Higher headings always begin a piece, so that documents with equal chapters have equal pieces.
    if (isSmall && /^#{4}/u.test(part)) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}

function labelsOf(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name.toLowerCase()));
}

/** Joins everything between the first and the last part that speak of the same definition. */
function joinReferences(parts: readonly string[]): string[] {
  const defined = labelsOf(parts.join(''), definition);
  if (defined.size === 0) return [...parts];
  const last = new Map<string, number>();
  const named = parts.map((part) => [...labelsOf(part, label)].filter((name) => defined.has(name)));
  for (const [index, names] of named.entries()) for (const name of names) last.set(name, index);
  const joined: string[] = [];
  let until = -1;
  for (const [index, part] of parts.entries()) {
    if (index > until) joined.push(part);
    else joined[joined.length - 1] += part;
    until = Math.max(until, ...(named[index] ?? []).map((name) => last.get(name) ?? index));
  }
  return joined;
}

/**
 * What ends a block that a part leaves open at its end, or nothing where all blocks are closed: a
 * fence is closed by one of its kind, an HTML block by what we cannot know, so by the next part.
 */
function openEnd(text: string, blocks: readonly RootContent[]): RegExp | undefined {
  const block = blocks.at(-1);
  if (block?.type !== 'code' && block?.type !== 'html') return undefined;
  const source = text.slice(block.position?.start.offset).trimEnd();
  if (block.type === 'html')
    return /-->|<\/(?:script|pre|style|textarea)>/iu.test(source) ? undefined : /^/mu;
  const [, fence = ''] = /^(`{3,}|~{3,})/u.exec(source) ?? [];
  if (fence === '') return undefined;
  const closing = new RegExp(`^ {0,3}${fence}${fence[0] ?? ''}*[ \\t]*$`, 'mu');
  return closing.test(source.slice(source.indexOf('\n') + 1)) && source.includes('\n')
    ? undefined
    : closing;
}

/** Characters of pieces that are remembered; the documents of a large handoff have a third of it. */
const mostRemembered = 2_000_000;
const remembered = new Map<string, readonly RootContent[]>();
let rememberedLength = 0;

/**
 * The blocks of a piece. The documents of a handoff have many pieces in common, and each is read
 * once for every format: what was parsed before is given again, and nobody changes it.
 */
function parsePiece(text: string): readonly RootContent[] {
  const known = remembered.get(text);
  if (known) return known;
  if (rememberedLength + text.length > mostRemembered) {
    remembered.clear();
    rememberedLength = 0;
  }
  const blocks = parseMarkdown(text).children;
  remembered.set(text, blocks);
  rememberedLength += text.length;
  return blocks;
}

/**
 * The blocks of a whole document. Parsing takes more than linear time, so the text is parsed piece
 * by piece, cut where a heading at the left margin ends every block before it.
 */
export function parseSections(markdown: string): RootContent[] {
  const parts = joinReferences(cutAtHeadings(markdown));
  const all: RootContent[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    let text = parts[index] ?? '';
    let blocks = parsePiece(text);
    for (let end = openEnd(text, blocks); end && index + 1 < parts.length;) {
      do {
        index += 1;
        text += parts[index] ?? '';
      } while (index + 1 < parts.length && !end.test(parts[index] ?? ''));
      blocks = parsePiece(text);
      end = openEnd(text, blocks);
    }
    all.push(...blocks);
  }
  return all;
}
