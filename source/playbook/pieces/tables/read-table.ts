import type {Table} from 'mdast';
import {plainText, positionOf} from '../../markdown/inline-text.ts';
import type {Blocks} from '../../markdown/parse-blocks.ts';
import {minutesBetween, takeClock} from '../clock-times.ts';
import type {Piece} from '../piece.ts';
import {toText} from '../text-pieces.ts';
import {isBold, readCell} from './cells.ts';
import {lengthOf, rolesOf, type Role} from './columns.ts';
import {toEntries, type TableRow} from './row-entries.ts';

/** What makes the rows of a table work, and not things to read. */
const working: ReadonlySet<Role> = new Set(['box', 'status', 'level', 'rank', 'step', 'name']);

const roleName =
  /^(?:roles?|rollen?|rôles?|rol(?:es)?|papel|papéis|funktion|función|função|ruol[oi]|役割|角色)$/iu;

/** Whether a table tells what is whose task, and asks nothing by itself. */
function isOfRoles([first = '']: readonly string[], roles: readonly Role[]): boolean {
  return roleName.test(first) && !roles.some((role) => role === 'box' || role === 'status');
}

/** A row of one bold cell, or of one cell without the box that the others have, names a group. */
function isGroup({cells}: TableRow, roles: readonly Role[] = []): boolean {
  const told = cells.filter(({text, below}) => text !== '' || below !== '');
  const [first] = told;
  if (!first || told.length !== 1) return false;
  return isBold(first) || (roles[cells.indexOf(first)] === 'other' && roles.includes('box'));
}

/** Rows with the length of time that each says, or that lies between its start and the next. */
function withTimes(rows: readonly TableRow[], headers: readonly string[], at: number): TableRow[] {
  const starts = rows.map(({cells}) => takeClock(`${cells[at]?.text ?? ''} x`)?.startsAt);
  return rows.map((row, index) => {
    const [start, next] = [starts[index], starts[index + 1]];
    const minutes =
      lengthOf(row.cells[at]?.text ?? '', headers[at] ?? '') ??
      (start !== undefined && next !== undefined ? minutesBetween(start, next) : undefined);
    return {
      ...row,
      isTimed: minutes !== undefined || start !== undefined,
      ...(minutes ? {minutes} : {}),
    };
  });
}

/** The columns of a table and what each says, and its rows. */
export function readShape(node: Table, blocks: Blocks) {
  const [head, ...body] = node.children;
  const headers = head?.children.map((cell) => plainText(cell.children)) ?? [];
  const rows = body.map((row): TableRow => ({
    node: row,
    cells: headers.map((_, at) => readCell(row.children[at], blocks)),
  }));
  const filled = rows.filter(({cells}) =>
    cells.some(({text, below}) => text !== '' || below !== ''),
  );
  const work = filled.filter((row) => !isGroup(row));
  const roles = rolesOf(
    headers,
    work.map(({cells}) => cells),
  );
  return {headers, roles, filled, work};
}

/**
 * A table as what it is: rows of work, blocks of an agenda, or a table to read. A bold row names
 * the rows that follow.
 */
export function readTable(node: Table, blocks: Blocks): Piece[] {
  const {headers, roles, filled, work} = readShape(node, blocks);
  const timeAt = roles.indexOf('time');
  const isAgenda =
    timeAt !== -1 &&
    roles.some((role) => role === 'other' || role === 'name') &&
    !roles.some((role) => role === 'box' || role === 'status');
  const isWork =
    isAgenda || (roles.some((role) => working.has(role)) && !isOfRoles(headers, roles));
  if (work.length > 0 && isWork) {
    const shape = {headers, roles, isAgenda, table: node};
    const told = isAgenda ? withTimes(filled, headers, timeAt) : filled;
    return told.flatMap((row): Piece[] => {
      if (!isGroup(row, roles)) return toEntries(row, shape, blocks);
      const markdown = row.cells
        .map((cell) => cell.markdown)
        .join(' ')
        .trim();
      return [{type: 'text', kind: 'prose', markdown, position: positionOf(row.node)}];
    });
  }
  const text = toText(node, blocks);
  return text ? [text] : [];
}
