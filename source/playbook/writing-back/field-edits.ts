import type {Edit} from './line-edits.ts';
import {asAddress, asText} from './escape.ts';
import type {EntryPlace, ItemPlace, RowPlace} from './places.ts';
import {cellEdit} from './raw-cells.ts';
import type {Aspect, ItemToWrite} from './standing.ts';

export type Field = Exclude<Aspect, 'status'>;

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const blank = String.raw`(?:_{2,}|\.{3}|…|\?+|tbd|tba)`;
const person = String.raw`@?[\p{L}][\p{L}\p{N}._'’-]*(?:\s+[\p{L}][\p{L}\p{N}._'’-]*){0,3}`;

// The places that `takeAssigned` reads, empty or not: what stands before the value, and the value.
const inLine: Readonly<Record<Field, readonly RegExp[]>> = {
  date: [
    new RegExp(`(📅\\uFE0F?\\s*)(${day})`, 'u'),
    new RegExp(`([[(]\\s*due\\s*::?[ \\t]*)(${day}|${blank}|)(?=\\s*[\\])])`, 'iu'),
    new RegExp(
      `((?:^|[\\s,;|–—-])(?:due(?:\\s+(?:date|by|on))?|deadline)\\s*:?\\s+)(${day})(?=\\s*[.,;]?$)`,
      'iu',
    ),
    new RegExp(
      `((?:^|[\\s,;|–—-])(?:due(?:\\s+(?:date|by|on))?|deadline)\\s*:\\s*)(${blank})(?=\\s*[.,;]?$)`,
      'iu',
    ),
  ],
  owner: [
    new RegExp(
      `([[(]\\s*(?:owner|assignee|responsible|dri)\\s*::?[ \\t]*)(${person}|${blank}|)(?=\\s*[\\])])`,
      'iu',
    ),
    new RegExp(
      `((?:^|[\\s,;|–—-])(?:owner|assignee|dri)\\s*:\\s*)(${person}|${blank})(?=\\s*[.,;]?$)`,
      'iu',
    ),
    /(\(\s*)(@[a-z\d][\w.-]*)(?=\s*\)\s*$)/iu,
    /(\s)(@[a-z\d][\w.-]*)(?=$)/iu,
  ],
  evidence: [],
};

const lead = String.raw`^[\s>]*(?:[-*+]\s+)?[*_]{0,2}`;
const names: Readonly<Record<Field, string>> = {
  owner: 'owner|assignee|assigned to|responsible|dri|verantwortlich|responsable',
  date: 'due(?: (?:date|by|on))?|deadline|target date|fällig(?: am)?|frist|échéance',
  evidence: 'evidence|proof|links?|url|nachweis|beleg|preuve',
};

function lineField(field: Field): RegExp {
  return new RegExp(`(${lead}(?:${names[field]})[*_]{0,2}\\s*:[*_]{0,2})(\\s*)(.*?)(\\s*)$`, 'iu');
}

const lineFields: Readonly<Record<Field, RegExp>> = {
  owner: lineField('owner'),
  date: lineField('date'),
  evidence: lineField('evidence'),
};
const isBlank = new RegExp(`^(?:${blank}|[-–—]|<[^>]*>|\\[[^\\]]*\\]|\\([^)]*\\))?$`, 'iu');

function valuesOf(field: Field, item: ItemToWrite): readonly string[] {
  if (field === 'evidence') return item.evidence.map(asAddress);
  if (field === 'date') return [item.dueOn ?? ''];
  return [asText(item.owner ?? '')];
}

function inEntry(place: EntryPlace, field: Field, value: string, text: string): Edit | undefined {
  for (const pattern of inLine[field]) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, before = '', old = ''] = found;
    const isHandle = old.startsWith('@') && !value.startsWith('@');
    // After "Owner:" a blank belongs before the name.
    const gap = old === '' && before.endsWith(':') ? ' ' : '';
    const start = place.start.at + found.index + before.length;
    const said = gap + (isHandle ? `@${value}` : value);
    return {line: place.start.line, start, end: start + old.length, text: said};
  }
  return undefined;
}

/** The line below an entry that is a field of it, such as "Owner:". */
function inBelow(
  {below}: EntryPlace,
  field: Field,
  values: readonly string[],
  lines: readonly string[],
): Edit[] | undefined {
  for (let line = below.from; line < below.until; line += 1) {
    const found = lineFields[field].exec(lines[line] ?? '');
    if (!found) continue;
    const [, before = '', gap = '', old = ''] = found;
    const missing = values.filter((value) => !old.includes(value));
    if (missing.length === 0) return [];
    const kept = field === 'evidence' && !isBlank.test(old) ? [old] : [];
    const text = `${gap === '' ? ' ' : gap}${[...kept, ...missing].join(' ')}`;
    const start = before.length;
    return [{line, start, end: start + gap.length + old.length, text}];
  }
  return undefined;
}

function inRow(row: RowPlace, field: Field, item: ItemToWrite): Edit[] | undefined {
  const at = row.roles.indexOf(field === 'date' ? 'due' : field);
  const cell = row.cells[at];
  if (!cell) return undefined;
  const values = valuesOf(field, item);
  if (field !== 'evidence') {
    const [value = ''] = values;
    const isHandle = cell.text.startsWith('@') && /^[\w.-]+$/u.test(value);
    return [cellEdit(row.line, cell, isHandle ? `@${value}` : value)];
  }
  const missing = values.filter((value) => !cell.text.includes(value));
  const kept = isBlank.test(cell.text) ? [] : [cell.text];
  return missing.length === 0 ? [] : [cellEdit(row.line, cell, [...kept, ...missing].join(' '))];
}

/** What makes an item say who has it, by when, or what proves it; nothing where there is no place. */
export function fieldEdits(
  place: ItemPlace,
  field: Field,
  item: ItemToWrite,
  lines: readonly string[],
): Edit[] | undefined {
  if (place.kind === 'row') return inRow(place, field, item);
  const values = valuesOf(field, item);
  const [value = ''] = values;
  if (place.start.line === place.end.line && field !== 'evidence') {
    const text = (lines[place.start.line] ?? '').slice(place.start.at, place.end.at);
    const edit = inEntry(place, field, value, text);
    if (edit) return value === '' ? undefined : [edit];
  }
  return value === '' ? undefined : inBelow(place, field, values, lines);
}
