import type {Table, TableRow as RowNode} from 'mdast';
import {linksIn, positionOf} from '../../markdown/inline-text.ts';
import type {Blocks} from '../../markdown/parse-blocks.ts';
import {commandsAmong} from '../commands-in.ts';
import {isStruckOut} from '../entry-line.ts';
import {readWords} from '../entry-words.ts';
import type {Minutes} from '../../playbook.ts';
import type {Entry, Mark, Piece} from '../piece.ts';
import type {Cell} from './cells.ts';
import type {Role} from './columns.ts';
import {isBetween, isForSome, markOfStatus} from './status-words.ts';

export interface TableRow {
  readonly node: RowNode;
  readonly cells: readonly Cell[];
  /** Of an agenda: whether it says when, and for how long. */
  readonly isTimed?: boolean;
  readonly minutes?: Minutes;
}

export interface TableShape {
  readonly headers: readonly string[];
  readonly roles: readonly Role[];
  readonly isAgenda: boolean;
  readonly table: Table;
}

const isoDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;
const nobody =
  /^(?:|-|–|—|\?|tbd|tba|n\/?a|none|offen|[_.…\s]+|\[[^\]]*\]|<[^>]*>|\{\{?[^}]*\}?\})$/iu;
const titled =
  /(?<![\p{L}\p{N}])(?:title|name|description|tasks?|items?|checks?|controls?|actions?|steps?|activity|what|bezeichnung|titel|beschreibung|was|titre|nom|description|título|nombre|nome|descripción|descrição|内容)(?![\p{L}\p{N}])/iu;

/** The column whose cells say what is to do: by its name, else the first one with words. */
export function nameColumn(
  {headers, roles}: Pick<TableShape, 'headers' | 'roles'>,
  {cells}: TableRow,
): number {
  const byName = roles.findIndex((role, at) => role === 'name' && cells[at]?.text !== '');
  if (byName !== -1) return byName;
  const isFree = (role: Role, at: number) => role === 'other' && cells[at]?.text !== '';
  const byTitle = roles.findIndex((role, at) => isFree(role, at) && titled.test(headers[at] ?? ''));
  const free = byTitle === -1 ? roles.findIndex(isFree) : byTitle;
  return free === -1 ? roles.findIndex((_role, at) => cells[at]?.text !== '') : free;
}

function labelled(header: string, words: string): string {
  return header === '' ? words : `${header}: ${words}`;
}

/** What the columns say that is neither the name nor a field of its own. */
function detailsOf(row: TableRow, shape: TableShape, taken: ReadonlySet<number>): string[] {
  const {headers, roles} = shape;
  const levels = headers.filter(
    (_, at) => roles[at] === 'level' && !taken.has(at) && (row.cells[at]?.text ?? '') !== '',
  );
  const others = row.cells.flatMap(({markdown}, at) => {
    const isBareNumber =
      (roles[at] === 'number' || roles[at] === 'step') && /^\d*\.?$/u.test(markdown);
    if (taken.has(at) || markdown === '' || roles[at] === 'level' || isBareNumber) return [];
    return [labelled(headers[at] ?? '', markdown)];
  });
  return [...others, ...(levels.length > 0 ? [levels.join(', ')] : [])];
}

/** The entry that a row is; nothing for an empty one. */
export function toEntries(row: TableRow, shape: TableShape, blocks: Blocks): Entry[] {
  const {roles, isAgenda, table} = shape;
  const at = nameColumn(shape, row);
  const name = row.cells[at];
  if (!name) return [];
  const taken = new Set([at]);
  const take = (role: Role, isTaken: (text: string) => boolean): Cell | undefined => {
    const found = roles.findIndex(
      (one, index) => one === role && isTaken(row.cells[index]?.text ?? ''),
    );
    if (found === -1) return undefined;
    taken.add(found);
    return row.cells[found];
  };
  const {clock: _, ...said} = readWords(name.text);
  const box = take('box', (text) => markOfStatus(text) !== undefined);
  const status = take('status', (text) => markOfStatus(text) !== undefined);
  if (status && isBetween(status.text)) taken.delete(row.cells.indexOf(status));
  const rank = roles.findIndex((role) => role === 'rank');
  const isOptional = said.isOptional || isForSome(row.cells[rank]?.text ?? '');
  const marks = [said.mark, box && markOfStatus(box.text), status && markOfStatus(status.text)];
  const isStruck = isStruckOut(name.line) || marks.includes('struck');
  const mark: Mark | undefined = isStruck
    ? 'struck'
    : marks.includes('done')
      ? 'done'
      : marks.find(Boolean);
  const owner = take('owner', (text) => !nobody.test(text) && text.length <= 60)?.text.replace(
    /^@/u,
    '',
  );
  const due = take('due', (text) => isoDay.test(text))?.text;
  const cells = row.cells.flatMap(({nodes}) => nodes);
  const evidence = roles.flatMap((role, index) =>
    role === 'evidence'
      ? linksIn(row.cells[index]?.nodes ?? [], blocks.urls).map(({url}) => url)
      : [],
  );
  const {minutes} = row;
  if (row.isTimed) taken.add(roles.indexOf('time'));
  const lines = [name.below, ...detailsOf(row, shape, taken)].filter(Boolean);
  const position = positionOf(row.node);
  const body: Piece[] =
    lines.length > 0 ? [{type: 'text', kind: 'prose', markdown: lines.join('\n\n'), position}] : [];
  return [
    {
      ...said,
      ...(owner ? {owner} : {}),
      ...(due ? {dueOn: due} : {}),
      ...(evidence.length > 0 ? {evidence} : {}),
      isOptional,
      type: 'entry',
      mark,
      // A name that is struck out was no box before.
      isBoxed: marks.some((one) => one !== undefined),
      isSure: true,
      isOrdered: isAgenda,
      timed: minutes ? {text: said.text, isOptional, minutes} : said.timed,
      commands: commandsAmong(cells),
      links: linksIn(cells, blocks.urls),
      body,
      head: name.text,
      markdown: [said.text, ...lines].join('\n\n'),
      list: `${table.position?.start.line}:${table.position?.start.column}`,
      position,
    },
  ];
}
