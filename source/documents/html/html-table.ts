import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import {isStateColumn, toneOf} from '../markdown/outcome-words.ts';
import {elementsIn, isElement, textOf} from './elements.ts';

/** Tables of so many columns and more get room to scroll in rather than columns of one word. */
const wideTable = 4;
/** Characters up to which what a row is about needs no room of its own. */
const briefName = 18;

function cellsOf(row: Element): Element[] {
  return row.children
    .filter((cell) => isElement(cell))
    .filter(({tagName}) => /^t[hd]$/u.test(tagName));
}

function alignment(cell: Element): string[] {
  const align = cell.properties['align'];
  return align === 'right' || align === 'center' ? [align] : [];
}

/** A day or time is read as one word. */
function moment(cell: Element): string[] {
  return /^\d{4}-\d\d-\d\d(?: \d\d:\d\d(?: \S{1,9})?)?$/u.test(textOf(cell).trim()) ? ['when'] : [];
}

function stateOf(cell: Element): ElementContent[] {
  const tone = toneOf(textOf(cell));
  return tone ? [h('span', {className: ['state', tone]}, cell.children)] : cell.children;
}

function toRow(row: Element, headers: readonly string[]): Element {
  const cells = cellsOf(row).map((cell, column) => {
    const children = isStateColumn(headers[column] ?? '') ? stateOf(cell) : cell.children;
    return h('td', {className: [...alignment(cell), ...moment(cell)]}, children);
  });
  return h('tr', cells);
}

function toHead(row: Element): Element {
  const cells = cellsOf(row).map((cell) => {
    const isEmpty = textOf(cell).trim() === '';
    // A column without a name is a cell, as a heading has to say something.
    return isEmpty
      ? h('td', cell.children)
      : h('th', {scope: 'col', className: alignment(cell)}, cell.children);
  });
  return h('tr', cells);
}

/** A table in a frame of its own that scrolls where the screen is narrow. */
export function toTable(table: Element): Element {
  const [head, ...rows] = elementsIn(table, 'tr');
  const headers = head ? cellsOf(head).map((cell) => textOf(cell).trim()) : [];
  const label = `Table: ${headers.filter((header) => header !== '').join(', ') || 'values'}`;
  const names = rows.map((row) => textOf(cellsOf(row)[0] ?? row).trim());
  const isBrief = names.every((name) => name.length <= briefName);
  const width = headers.length >= wideTable ? ['wide', ...(isBrief ? ['brief'] : [])] : [];
  return h('div', {className: ['table', ...width], role: 'group', tabIndex: 0, ariaLabel: label}, [
    h('table', [
      ...(head ? [h('thead', [toHead(head)])] : []),
      ...(rows.length > 0
        ? [
            h(
              'tbody',
              rows.map((row) => toRow(row, headers)),
            ),
          ]
        : []),
    ]),
  ]);
}

/** The table that says what a document is: each row a name and a value. */
export function toFacts(frame: Element): Element {
  const [table] = elementsIn(frame, 'table');
  const rows = table ? elementsIn(table, 'tr') : [];
  const isPairs = rows.length > 1 && rows.every((row) => cellsOf(row).length === 2);
  if (!isPairs) return frame;
  const [head, ...body] = rows;
  const facts = body.map((row) => {
    const [name, value] = cellsOf(row);
    return h('tr', [h('th', {scope: 'row'}, name?.children ?? []), h('td', value?.children ?? [])]);
  });
  return h(
    'div',
    {
      className: ['table', 'facts'],
      role: 'group',
      tabIndex: 0,
      ariaLabel: frame.properties['ariaLabel'],
    },
    [h('table', [...(head ? [h('thead', [head])] : []), h('tbody', facts)])],
  );
}
