import {endOfLine, startOfLine, type Rule} from '../engine/secret-rule.ts';
import type {Span} from '../engine/spans.ts';
import {judgeKey, nameWords, type JudgedName} from './secret-names.ts';
import {isSecretValue} from './values.ts';

const mostRows = 200;
const mostColumns = 40;

interface Cell {
  readonly start: number;
  readonly end: number;
}

/** The cells of a line with where they begin, without blanks and quotes round them. */
function cellsOf(line: string, by: string, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  let start = offset;
  for (const part of line.split(by).slice(0, mostColumns)) {
    const lead = /^[\s"'`*]*/.exec(part)?.[0].length ?? 0;
    const inner = part.slice(lead).replace(/(?<![\s"'`*])[\s"'`*]+$/, '');
    cells.push({start: start + lead, end: start + lead + inner.length});
    start += part.length + 1;
  }
  return cells;
}

const plainCell = /^[\p{L}\p{M}\d _./*()"'`-]{0,40}$/u;
/** A heading of values with commas between them has nothing else. */
const plainLine = /^[\p{L}\p{M}\d _./*()"'`,;|│\t-]*$/u;
const rule = /^[\s|│+:=─┼-]+$/u;

/** Whether lines below belong to a heading: there is a rule, or as many cells. */
function isHeading(line: string, by: string, first: string): boolean {
  const isBarred = by === '|' || by === '│';
  const isPlain = line.split(by).every((cell) => plainCell.test(cell.trim()));
  return (
    isPlain && (isBarred ? rule.test(first) : first.split(by).length === line.split(by).length)
  );
}

const nameOnly = /^[\p{L}\p{M}\d _.-]{1,40}$/u;

interface Column {
  readonly index: number;
  readonly name: JudgedName;
}

function columnsOf(text: string, cells: readonly Cell[]): Column[] {
  return cells.flatMap(({start, end}, index) => {
    const said = text.slice(start, Math.min(end, start + 41));
    const name = nameOnly.test(said) ? judgeKey(said) : undefined;
    return name?.strength === 'strong' ? [{index, name}] : [];
  });
}

/** The cells below names of secrets, and in a table without a heading the one beside. */
export const tables: Rule = {
  words: nameWords,
  isOfLine: true,
  find({text, start, end}): readonly Span[] {
    const from = startOfLine(text, start);
    const line = text.slice(from, endOfLine(text, end));
    const signs = plainLine.test(line) ? ['|', '│', '\t', ';', ','] : ['|', '│', '\t'];
    const by = signs.find((sign) => line.includes(sign));
    if (by === undefined) return [];
    const cells = cellsOf(line, by, from);
    const columns = columnsOf(text, cells);
    if (columns.length === 0) return [];
    const spans: Span[] = [];
    const take = (cell: Cell | undefined, {name}: Column) => {
      if (!cell || cell.end <= cell.start) return;
      if (
        isSecretValue(text, {...cell, isQuoted: !/\s/.test(text.slice(cell.start, cell.end))}, name)
      )
        spans.push({...cell, kind: name.kind});
    };
    const below = from + line.length + 1;
    const rows = text.slice(below, below + 20_000).split('\n', mostRows);
    if (!isHeading(line, by, rows[0] ?? '')) {
      if (by === ';' || by === ',') return [];
      for (const column of columns) take(cells[column.index + 1], column);
      return spans;
    }
    let offset = below;
    for (const row of rows) {
      const isRule = rule.test(row);
      if (row.trim() === '' || (!isRule && row.split(by).length !== cells.length)) break;
      const found = isRule ? [] : cellsOf(row, by, offset);
      // What has names again is another heading.
      if (columnsOf(text, found).length > 0) break;
      for (const column of columns) take(found[column.index], column);
      offset += row.length + 1;
    }
    return spans;
  },
};
