import {takeBox} from '../pieces/boxes.ts';
import type {Mark} from '../pieces/piece.ts';
import {mostUsed, type Manner} from './manner.ts';

/** A box as it is written, and how it stands. */
export interface Box {
  readonly raw: string;
  readonly mark: Mark;
}

const bracket = /^(\\?\[)([^\]\n\\]{0,3})(\\?\])(?=[\s*_~<|]|$)/u;
const input = /^<input\b[^>\n]*type=["']?checkbox\b[^>\n]*>/iu;
const named = /^:[a-z_]+:/u;
const sign = /^[^\s\p{L}\p{N}\p{P}]\uFE0F?/u;
const reference = /^&(?:#\d+|#x[\da-f]+);/iu;

function markOf(raw: string): Mark | undefined {
  const read = takeBox(`${raw.replaceAll('\\', '')} x`);
  return read?.rest === 'x' ? read.mark : undefined;
}

/** The box at the start of a text as it lies in the file. */
export function boxAt(text: string): Box | undefined {
  const html = input.exec(text)?.[0];
  if (html !== undefined) return {raw: html, mark: /\schecked\b/iu.test(html) ? 'done' : 'open'};
  for (const pattern of [bracket, named, sign]) {
    const raw = pattern.exec(text)?.[0];
    const mark = raw === undefined ? undefined : markOf(raw);
    if (raw !== undefined && mark) return {raw, mark};
  }
  const coded = reference.exec(text)?.[0];
  if (coded === undefined) return undefined;
  const code = /x/iu.test(coded)
    ? Number.parseInt(coded.slice(3), 16)
    : Number.parseInt(coded.slice(2), 10);
  const mark = code <= 0x10_ff_ff ? markOf(String.fromCodePoint(code)) : undefined;
  return mark && {raw: coded, mark};
}

function inBrackets(raw: string, mark: Mark, {tick}: Manner): string {
  const [, open = '[', inside = '', close = ']'] = bracket.exec(raw) ?? [];
  const said = mark === 'done' ? tick : mark === 'struck' ? '-' : ' ';
  // A box as wide as this one; an empty one of no width is widened.
  return open + (inside.length === 3 ? ` ${said} ` : said) + close;
}

function asInput(raw: string, mark: Mark): string {
  const bare = raw.replaceAll(/\s+checked(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?/giu, '');
  return mark === 'done' ? bare.replace(/\s*\/?>$/u, (end) => ` checked${end}`) : bare;
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['☐', '☑'],
  ['□', '☑'],
  ['❏', '☑'],
  ['❑', '☑'],
  ['❒', '☑'],
  ['▢', '☑'],
  ['🗆', '🗹'],
]);

/** A box that is to stand otherwise, written as the file writes it; a struck one in brackets only. */
export function boxFor({raw}: Box, mark: Mark, manner: Manner, isPlain: boolean): string {
  if (input.test(raw)) return asInput(raw, mark);
  if (bracket.test(raw)) return inBrackets(raw, mark, manner);
  const isName = named.test(raw);
  // A tick without a box around it may be an ornament, where no empty box stands beside it.
  if (isPlain && mark === 'done') return isName ? ':ballot_box_with_check:' : '☑';
  if (isName)
    return mark === 'done'
      ? (mostUsed(manner.doneNames) ?? ':white_check_mark:')
      : (mostUsed(manner.openNames) ?? ':white_large_square:');
  if (mark !== 'done') return mostUsed(manner.openSigns) ?? '☐';
  const usual = pairs.get(raw.replaceAll('\uFE0F', '')) ?? '✅';
  return mostUsed(manner.doneSigns, usual) ?? usual;
}
