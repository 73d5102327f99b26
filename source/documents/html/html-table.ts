import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import {isStateColumn, toneOf} from '../markdown/outcome-words.ts';
import {leastWidth, measureColumns, type Column} from '../tables/measure-columns.ts';
import {elementsIn, isElement, textOf} from './elements.ts';
import {keepWords} from './keep-words.ts';

/** Characters between two columns. */
const gap = 2;
/** Characters that a table has room for on A4, and on a telephone. */
const room = {paper: 84, phone: 44};
/** A card of more values takes two columns of a printed page, and may go on over the next. */
const tallCard = 14;
/** A column of sentences is not made narrower than this where there is room. */
const comfortable = 22;

function cellsOf(row: Element): Element[] {
  return row.children
    .filter((cell) => isElement(cell))
    .filter(({tagName}) => /^t[hd]$/u.test(tagName));
}

/** The text of a cell; what stands below one another is apart by line ends. */
function linesOf(node: ElementContent): string {
  if (node.type !== 'element') return textOf(node).replaceAll(/\s+/gu, ' ');
  return node.tagName === 'br' ? '\n' : node.children.map(linesOf).join('');
}

function alignment(cell: Element): string[] {
  const align = cell.properties['align'];
  return align === 'right' || align === 'center' ? [align] : [];
}

/** The classes of an element, which has no attribute for none. */
function classNames(classes: readonly string[]): {className?: string[]} {
  return classes.length > 0 ? {className: [...classes]} : {};
}

function stateOf(cell: Element, children: ElementContent[]): ElementContent[] {
  const tone = toneOf(textOf(cell));
  return tone ? [h('span', {className: ['state', tone]}, children)] : children;
}

interface Head extends Column {
  readonly name: string;
  readonly isState: boolean;
}

function widthClass({isWhole, wanted}: Column): string[] {
  if (isWhole) return ['whole'];
  return wanted > comfortable ? ['text'] : [];
}

function toRow(row: Element, heads: readonly Head[]): Element {
  const cells = cellsOf(row).map((cell, index) => {
    const head = heads[index];
    const words = keepWords(cell.children);
    const children = head?.isState ? stateOf(cell, words) : words;
    const classes = [...alignment(cell), ...(head ? widthClass(head) : [])];
    return h(
      'td',
      {
        ...classNames(classes),
        // Where the table is shown as cards, each value says what it is.
        ...(head && head.name !== '' ? {dataLabel: head.name} : {}),
      },
      children,
    );
  });
  return h('tr', cells);
}

function toHead(row: Element): Element {
  const cells = cellsOf(row).map((cell) => {
    const isEmpty = textOf(cell).trim() === '';
    // A column without a name is a cell, as a heading has to say something.
    return isEmpty
      ? h('td', cell.children)
      : h('th', {scope: 'col', ...classNames(alignment(cell))}, keepWords(cell.children));
  });
  return h('tr', cells);
}

function frame(label: string, classes: readonly string[], table: Element): Element {
  const className = ['table', ...classes];
  return h('div', {className, role: 'group', tabIndex: 0, ariaLabel: label}, [table]);
}

/**
 * A table in a frame of its own. Words are kept whole; where a screen or a page is too narrow for
 * them, each row becomes a card.
 */
export function toTable(table: Element): Element {
  const [head, ...rows] = elementsIn(table, 'tr');
  const texts = [...(head ? [head] : []), ...rows].map((row) =>
    cellsOf(row).map((cell) => cell.children.map(linesOf).join('').trim()),
  );
  const widthOf = (text: string) => text.length;
  const columns = measureColumns(texts, {widthOf, gap, room: room.paper, comfortable});
  const heads = columns.map((column, index) => {
    const name = (texts[0]?.[index] ?? '').replaceAll('\n', ' ');
    return {...column, name, isState: isStateColumn(name)};
  });
  const names = heads.map(({name}) => name).filter((name) => name !== '');
  const least = leastWidth(columns, gap);
  const hasText = columns.filter(({isWhole}) => !isWhole).length > 0 && columns.length > 2;
  const classes = [
    ...(least > room.phone || hasText ? ['cards'] : []),
    ...(least > room.paper ? ['many'] : []),
    ...(heads.length > tallCard ? ['tall'] : []),
  ];
  const body = rows.map((row) => toRow(row, heads));
  return frame(
    `Table: ${names.join(', ') || 'values'}`,
    classes,
    h('table', [
      ...(head ? [h('thead', [toHead(head)])] : []),
      ...(body.length > 0 ? [h('tbody', body)] : []),
    ]),
  );
}

/** The table that says what a document is: each row a name and a value. */
export function toFacts(framed: Element): Element {
  const [table] = elementsIn(framed, 'table');
  const rows = table ? elementsIn(table, 'tr') : [];
  const isPairs = rows.length > 1 && rows.every((row) => cellsOf(row).length === 2);
  if (!isPairs) return framed;
  const [head, ...body] = rows;
  const facts = body.map((row) => {
    const [name, value] = cellsOf(row);
    return h('tr', [h('th', {scope: 'row'}, name?.children ?? []), h('td', value?.children ?? [])]);
  });
  return frame(
    String(framed.properties['ariaLabel']),
    ['facts'],
    h('table', [...(head ? [h('thead', [head])] : []), h('tbody', facts)]),
  );
}
