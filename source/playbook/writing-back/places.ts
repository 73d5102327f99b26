import type {ListItem, Nodes, Table} from 'mdast';
import {cleanSource} from '../markdown/source-text.ts';
import {plainText} from '../markdown/inline-text.ts';
import {openContainers} from '../markdown/lists.ts';
import type {Blocks} from '../markdown/parse-blocks.ts';
import {readBlocks} from '../parse.ts';
import {lineOf} from '../pieces/entry-line.ts';
import {nameColumn, type TableRow} from '../pieces/tables/row-entries.ts';
import {readShape} from '../pieces/tables/read-table.ts';
import type {Role} from '../pieces/tables/columns.ts';
import type {Position} from '../playbook.ts';
import {boxAt, type Box} from './box.ts';
import {cellsOf, type RawCell} from './raw-cells.ts';
import {toOriginal, type Spot, type ToOriginal} from './original.ts';

/** A line of text as it lies in the file: its box, and its words without that. */
export interface TextPlace {
  readonly box?: (Box & {readonly at: Spot}) | undefined;
  /** Where a box would stand. */
  readonly front: Spot;
  readonly start: Spot;
  readonly end: Spot;
  /** Where it is struck out: all that lies between the signs, with them. */
  readonly struck?: {readonly start: Spot; readonly end: Spot} | undefined;
}

export interface EntryPlace extends TextPlace {
  readonly kind: 'entry';
  /** Lines below the first one that are its own, by their index, up to but without `until`. */
  readonly below: {readonly from: number; readonly until: number};
}

export interface RowPlace {
  readonly kind: 'row';
  readonly line: number;
  readonly cells: readonly RawCell[];
  readonly roles: readonly Role[];
  readonly headers: readonly string[];
  /** The cell that says what is to do. */
  readonly name?: TextPlace | undefined;
  /** What stands in a column, in all rows. */
  readonly column: (at: number) => readonly string[];
}

/** Where an item stands in its file, and what may be written there. */
export type ItemPlace = EntryPlace | RowPlace;

type Find = (position: Position) => ItemPlace | undefined;

function textPlace(
  line: readonly Nodes[],
  begins: Spot,
  lines: readonly string[],
  original: ToOriginal,
): TextPlace | undefined {
  const told = line.filter((node) => plainText([node]) !== '' || node.type === 'html');
  const first = original(told[0]?.position?.start);
  const end = original(told.at(-1)?.position?.end);
  if (!first || !end) return undefined;
  const text = lines[first.line] ?? '';
  const before =
    begins.line === first.line ? text.slice(begins.at, first.at) : text.slice(0, first.at);
  const inFront = /(\[[^\]\n]{0,3}\])\s*$/u.exec(before);
  const struckNode = told.find((node) => node.type === 'delete');
  const [from, to] = [original(struckNode?.position?.start), original(struckNode?.position?.end)];
  const struck = from && to ? {start: from, end: to} : undefined;
  if (inFront) {
    const at = {line: first.line, at: first.at - inFront[0].length};
    const box = boxAt(`${inFront[1]} `);
    return {box: box && {...box, at}, front: first, start: first, end, struck};
  }
  // A box may stand within the signs that make it bold or struck out.
  const lead = /^(?:[*_~]{1,3})?/u.exec(text.slice(first.at))?.[0].length ?? 0;
  for (const skipped of lead > 0 ? [lead, 0] : [0]) {
    const box = boxAt(text.slice(first.at + skipped));
    if (!box) continue;
    const at = {line: first.line, at: first.at + skipped};
    const after = at.at + box.raw.length;
    const gap = /^\s*/u.exec(text.slice(after))?.[0].length ?? 0;
    const start = {line: first.line, at: after + gap};
    return {box: {...box, at}, front: first, start, end, struck};
  }
  return {front: first, start: first, end, struck};
}

function entryPlace(
  node: ListItem,
  lines: readonly string[],
  original: ToOriginal,
): EntryPlace | undefined {
  const nodes = openContainers(node.children);
  const first = nodes.find(({type}) => type !== 'html') ?? nodes[0];
  if (!first || first.type === 'code') return undefined;
  const [line] = lineOf(first);
  const begins = original(node.position?.start);
  const text = begins && textPlace(line, begins, lines, original);
  if (!text) return undefined;
  const until = node.position?.end.line ?? text.end.line + 1;
  return {kind: 'entry', ...text, below: {from: text.end.line + 1, until}};
}

function rowsOf(table: Table, blocks: Blocks, lines: readonly string[], original: ToOriginal) {
  const {headers, roles, filled} = readShape(table, blocks);
  const cells = new Map<TableRow, readonly RawCell[]>();
  for (const row of filled) {
    const start = original(row.node.position?.start);
    if (start) cells.set(row, cellsOf(lines[start.line] ?? '', start.at));
  }
  const column = (at: number) => [...cells.values()].map((row) => row[at]?.text ?? '');
  return filled.flatMap((row): (readonly [Nodes, RowPlace])[] => {
    const start = original(row.node.position?.start);
    const raw = cells.get(row);
    // A secret with a pipe in it was taken out: the columns are not what they were.
    if (!start || !raw || raw.length !== row.node.children.length) return [];
    const at = nameColumn({headers, roles}, row);
    const cell = row.cells[at];
    const begins = {line: start.line, at: raw[at]?.start ?? 0};
    const name = cell && textPlace(cell.line, begins, lines, original);
    return [[row.node, {kind: 'row', line: start.line, cells: raw, roles, headers, name, column}]];
  });
}

function key({line, column}: Position): string {
  return `${line}:${column}`;
}

/**
 * Where the items of a file stand. `source` is its text as it is read, without secrets, `lines` are
 * those of the file as it lies.
 */
export function findPlaces(source: string, file: string, lines: readonly string[]): Find {
  const {blocks} = readBlocks(cleanSource(source), file);
  const original = toOriginal(lines, blocks.source.split('\n'));
  const places = new Map<string, () => ItemPlace | undefined>();
  const add = (node: Nodes, place: () => ItemPlace | undefined) => {
    const {line = 0, column = 0} = node.position?.start ?? {};
    places.set(key({line, column}), place);
  };
  const walk = (node: Nodes) => {
    if (node.type === 'listItem') add(node, () => entryPlace(node, lines, original));
    if (node.type === 'table')
      for (const [row, place] of rowsOf(node, blocks, lines, original)) add(row, () => place);
    if ('children' in node) node.children.forEach(walk);
  };
  blocks.blocks.forEach(walk);
  return (position) => places.get(key(position))?.();
}
