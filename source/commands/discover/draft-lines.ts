import stringWidth from 'string-width';
import {styleText} from 'node:util';
import type {
  AskedCommand,
  Discovery,
  Draft,
  DraftValue,
  FileProblem,
} from '../../discovery/discovered.ts';
import {at} from '../../discovery/findings.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {plural} from '../../playbook/count-words.ts';

export interface Look {
  readonly hasColor: boolean;
  /** Columns of the terminal; nothing where lines may be as long as they are. */
  readonly width?: number | undefined;
}

/** A draft as a row of a list. */
interface Cells {
  readonly name: string;
  readonly says: string;
  readonly source: string;
}

function valueWords(value: DraftValue): string {
  if (typeof value !== 'object') return String(value).replaceAll(/\s*\n\s*/gu, '; ');
  if (Array.isArray(value)) return value.map((one: DraftValue) => valueWords(one)).join(' ');
  return Object.entries(value)
    .map(([name, one]) => `${name} ${valueWords(one)}`)
    .join(', ');
}

function fieldWords({kind, register, fields}: Draft, name: string): string {
  const value = valueWords(fields[name] ?? '');
  if (kind === 'check' || register === undefined) return `${name} ${value}`;
  const field = registers[register].fields.find((one) => one.name === name);
  return `${(field?.label ?? name).toLowerCase()} ${value}`;
}

function cellsOf(draft: Draft): Cells {
  const {fields, differs = []} = draft;
  // A flow has no name; it is known by its ends.
  const named = fields['name'] === undefined ? ['from', 'to'] : ['name'];
  const others = Object.keys(fields).filter((name) => !named.includes(name));
  const differing = differs.map(
    ({field, value, source}) => `${field} ${valueWords(value)} in ${source}`,
  );
  return {
    name: named.map((name) => valueWords(fields[name] ?? '')).join(' → '),
    says: [...others.map((name) => fieldWords(draft, name)), ...differing].join(' · '),
    source: draft.source,
  };
}

function titleOf({kind, register}: Draft): string {
  if (kind === 'check') return 'Checks';
  return register === undefined ? 'Rows' : registers[register].title;
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const {segment} of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) >= width) break;
    kept += segment;
  }
  return `${kept}…`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

const gap = '  ';

/** The widest of a column, but no more than a part of the line where the line has an end. */
function columnWidth(texts: readonly string[], most: number): number {
  return Math.min(most, Math.max(0, ...texts.map((text) => stringWidth(text))));
}

function groupLines(title: string, cells: readonly Cells[], {hasColor, width}: Look): string[] {
  const paint = (style: 'bold' | 'dim', text: string) =>
    hasColor ? styleText(style, text, {validateStream: false}) : text;
  const part = (share: number) => (width === undefined ? Infinity : Math.floor(width * share));
  const names = columnWidth(
    cells.map(({name}) => name),
    part(0.35),
  );
  const sources = columnWidth(
    cells.map(({source}) => source),
    part(0.25),
  );
  const room = width === undefined ? Infinity : width - names - sources - gap.length * 3;
  const middle = columnWidth(
    cells.map(({says}) => says),
    Math.max(0, room),
  );
  return [
    `${paint('bold', title)} ${paint('dim', String(cells.length))}`,
    ...cells.map(({name, says, source}) =>
      [
        gap + pad(cut(name, names), names),
        pad(cut(says, middle), middle),
        paint('dim', cut(source, sources)),
      ].join(gap),
    ),
    '',
  ];
}

function problemLine({file, line, message}: FileProblem): string {
  return `${gap}${at(file, line)}: ${message}`;
}

/** What was not asked in the end, or had nothing to say. */
function unaskedLines(commands: readonly AskedCommand[]): string[] {
  const unasked = commands.filter(({why}) => why !== undefined);
  if (unasked.length === 0) return [];
  return [
    '',
    'Not there or not asked',
    ...unasked.map(({command, why}) => `${gap}${command}: ${why}`),
  ];
}

/** All that was found, by kind, with what was read and what could not be. */
export function draftLines(found: Discovery, look: Look): string[] {
  const {drafts, suggestions, read, left, problems, commands = []} = found;
  const ran = commands.filter((one) => one.ran).length;
  const groups = Map.groupBy(drafts, titleOf);
  const offered = suggestions.map(({for: name, text: says, source}) => ({name, says, source}));
  return [
    ...[...groups].flatMap(([title, held]) => groupLines(title, held.map(cellsOf), look)),
    ...(offered.length > 0 ? groupLines('To be offered', offered, look) : []),
    `${plural(drafts.length, 'draft')} from ${plural(read.length, 'file')}${ran > 0 ? ` and ${plural(ran, 'command')}` : ''}. None is a fact before a person takes it.`,
    ...(left.length > 0
      ? ['', 'Left out', ...left.map(({file, why}) => `${gap}${file}: ${why}`)]
      : []),
    ...unaskedLines(commands),
    ...(problems.length > 0 ? ['', 'Not understood', ...problems.map(problemLine)] : []),
  ];
}
