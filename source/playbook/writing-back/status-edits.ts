import type {Mark} from '../pieces/piece.ts';
import {markOfStatus} from '../pieces/tables/status-words.ts';
import {boxAt, boxFor} from './box.ts';
import type {Edit} from './line-edits.ts';
import type {Manner} from './manner.ts';
import type {EntryPlace, ItemPlace, RowPlace, TextPlace} from './places.ts';
import {cellEdit} from './raw-cells.ts';
import {statusWord} from './status-vocabulary.ts';

/** How a file is written to. */
export interface Way {
  readonly lines: readonly string[];
  readonly manner: Manner;
  /** With signs that are never taken for an ornament, where the file's own are. */
  readonly isPlain: boolean;
  /** An entry without a box gets one. */
  readonly hasBoxes: boolean;
}

function boxEdits({box}: TextPlace, mark: Mark, {manner, isPlain}: Way): Edit[] {
  if (!box) return [];
  const {line, at} = box.at;
  const text = boxFor(box, mark, manner, isPlain);
  return text === box.raw ? [] : [{line, start: at, end: at + box.raw.length, text}];
}

function strike({start, end}: TextPlace): Edit[] {
  return [
    {line: start.line, start: start.at, end: start.at, text: '~~'},
    {line: end.line, start: end.at, end: end.at, text: '~~'},
  ];
}

function unstrike({struck}: TextPlace, {lines}: Way): Edit[] {
  if (!struck) return [];
  const {start, end} = struck;
  const width = (lines[start.line] ?? '').startsWith('~~', start.at) ? 2 : 1;
  return [
    {line: start.line, start: start.at, end: start.at + width, text: ''},
    {line: end.line, start: end.at - width, end: end.at, text: ''},
  ];
}

/** What makes a line of text say how it stands; nothing where it has no box to say so. */
function textEdits(place: TextPlace, from: Mark, to: Mark, way: Way): Edit[] | undefined {
  const {box} = place;
  if (to === 'struck')
    return box?.raw.startsWith('[') && way.manner.hasDashes
      ? boxEdits(place, 'struck', way)
      : strike(place);
  if (to === 'done' && !box) return undefined;
  const undone = from === 'struck' && box?.mark !== 'struck' ? unstrike(place, way) : [];
  return box?.mark === to ? undone : [...undone, ...boxEdits(place, to, way)];
}

function newBox({front}: EntryPlace, mark: Mark): Edit {
  const text = `[${mark === 'done' ? 'x' : ' '}] `;
  return {line: front.line, start: front.at, end: front.at, text};
}

/** The columns of a row that say how it stands, in the order in which they are read. */
function told({roles, cells}: RowPlace, role: 'box' | 'status'): number {
  return roles.findIndex(
    (one, at) => one === role && markOfStatus(cells[at]?.text ?? '') !== undefined,
  );
}

function rowEdits(row: RowPlace, from: Mark, to: Mark, way: Way): Edit[] | undefined {
  const edits: Edit[] = [];
  const [boxed, status] = [told(row, 'box'), told(row, 'status')];
  const cell = row.cells[boxed];
  const box = cell && boxAt(`${cell.text} `);
  if (cell && box && to !== 'struck' && box.mark !== to) {
    const text = boxFor(box, to, way.manner, way.isPlain);
    edits.push({line: row.line, start: cell.start, end: cell.start + box.raw.length, text});
  }
  const word = row.cells[status];
  if (word && markOfStatus(word.text) !== to) {
    const own = statusWord(to, row.headers[status] ?? '', row.column(status));
    const text = way.isPlain && to === 'done' ? '✅' : own;
    edits.push(cellEdit(row.line, word, text));
  }
  const isSaid = (cell !== undefined && box !== undefined) || word !== undefined;
  if (!row.name) return isSaid ? edits : undefined;
  if (to === 'struck' && word) return edits;
  const own = textEdits(row.name, from, to, way);
  if (own === undefined) return isSaid ? edits : undefined;
  return [...edits, ...own];
}

/** What makes an item say how it stands; nothing where the file has no place for that. */
export function statusEdits(
  place: ItemPlace,
  {from, to}: {readonly from: Mark; readonly to: Mark},
  way: Way,
): Edit[] | undefined {
  if (place.kind === 'row') return from === to ? [] : rowEdits(place, from, to, way);
  if (way.hasBoxes && !place.box) {
    const own = from === to || to === 'done' ? [] : (textEdits(place, from, to, way) ?? []);
    return [newBox(place, to), ...own];
  }
  return from === to ? [] : textEdits(place, from, to, way);
}
