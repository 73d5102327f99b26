import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {tableName} from '../source/documents/data/tables-data.ts';
import type {Field as RegisterField} from '../source/handoff/registers/field.ts';
import {registers} from '../source/handoff/registers/registers.ts';
import {registerNames} from '../source/playbook/playbook.ts';

const root = path.join(import.meta.dirname, '..');

interface Field {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
}

interface Shape {
  readonly name: string;
  readonly parents: readonly string[];
  readonly meaning: string;
  readonly fields: readonly Field[];
}

/** The types that the data is made of: its own, and those of the domain that it passes on. */
function sourceFiles(): string[] {
  const data = path.join(root, 'source', 'documents', 'data');
  const own = readdirSync(data)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(data, file));
  const others = ['handoff/items/progress.ts', 'handoff/time/schedule.ts', 'playbook/model.ts'];
  return [...own, ...others.map((file) => path.join(root, 'source', file))];
}

function wordsOf(comment: string | undefined): string {
  return (comment ?? '')
    .replaceAll(/^\s*\*\/|\*\/\s*$|^\s*\/?\*+ ?/gmu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function typeWords(type: string): string {
  return type
    .replaceAll(/\breadonly /gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Types that are a choice of words, which say more than their name. */
const choices = new Map<string, string>();

function noteChoices(text: string): void {
  for (const [, name = '', words = ''] of text.matchAll(/type (\w+) =\s+((?:\|? ?'[^']*'\s*)+);/gu)) choices.set(name, words.trim());
  const listed = /const (\w+) = \[([^\]]*)\] as const;\s+export type (\w+) = \(typeof \1\)\[number\];/gu;
  for (const [, , list = '', name = ''] of text.matchAll(listed)) choices.set(name, (list.match(/'[^']*'/gu) ?? []).join(' | '));
}

function fieldsOf(body: string): Field[] {
  const field = /^ {2}(\/\*\*[\s\S]*?\*\/\n {2})?readonly (\w+)(\??): ([\s\S]*?);$(?=\n {2}(?:readonly|\/\*\*)|(?![\s\S]))/gmu;
  return [...body.matchAll(field)].map(([, comment, name = '', optional, type = '']) => ({
    name,
    type: (choices.get(type) ?? typeWords(type)) + (optional ? ' (may be absent)' : ''),
    meaning: wordsOf(comment),
  }));
}

function shapesIn(text: string): Shape[] {
  const shape = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)\n\}/gu;
  return [...text.matchAll(shape)].map(([, comment, name = '', parents = '', body = '']) => ({
    name,
    parents: parents === '' ? [] : parents.split(',').map((parent) => parent.trim()),
    meaning: wordsOf(comment),
    fields: fieldsOf(body),
  }));
}

/** The shapes that lead on from one, itself first, each once and in the order they are met. */
function reachable(from: string, shapes: ReadonlyMap<string, Shape>): Shape[] {
  const found = new Map<string, Shape>();
  const waiting = [from];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const shape = shapes.get(name);
    if (!shape || found.has(name)) continue;
    found.set(name, shape);
    const words = [...shape.parents, ...shape.fields.map(({type}) => type)].join(' ');
    waiting.push(...(words.match(/\b[A-Z]\w+(?!\w*\[')/gu) ?? []));
  }
  return [...found.values()];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function section({name, parents, meaning, fields}: Shape): string[] {
  const more = parents.length > 0 ? [`All that ${parents.join(' and ')} has, and:`, ''] : [];
  return [
    `## ${name}`,
    '',
    ...(meaning === '' ? [] : [meaning, '']),
    ...more,
    '| name | type | what it is |',
    '|---|---|---|',
    ...fields.map((field) => `| \`${field.name}\` | \`${cell(field.type)}\` | ${cell(field.meaning)} |`),
    '',
  ];
}

function nameWords({name, isInternal}: RegisterField): string {
  return `\`${name}\`${isInternal ? ' (internal)' : ''}`;
}

/** The tables with the fields of their rows, as the registers have them. */
function tablesShape(): Shape {
  return {
    name: 'TablesData',
    parents: [],
    meaning:
      "Every table of the handoff by its name; a customer's rows have no internal fields. Risks that " +
      'stand open come first, then by severity.',
    fields: registerNames.map((register) => {
      const {title, fields} = registers[register];
      const names = fields.map(nameWords).join(', ');
      return {name: tableName(register), type: 'RowData[]', meaning: `${title}: ${names}.`};
    }),
  };
}

/** The page of all that a document template may use, made from the types it is checked with. */
export function documentDataPage(): string {
  const texts = sourceFiles().map((file) => readFileSync(file, 'utf8'));
  texts.forEach(noteChoices);
  const all = [...texts.flatMap(shapesIn), tablesShape()];
  const shapes = new Map(all.map((shape) => [shape.name, shape]));
  return [
    '# What a document template may use',
    '',
    'Templates are [Liquid](https://liquidjs.com). What is listed under DocumentData is there by its',
    'name: `{{ system }}`, `{% for part in parts %}`. `handoff-wizard docs data --json` prints it for a',
    'handoff, `handoff-wizard docs eject NAME` copies a template out to edit.',
    '',
    'Every output is escaped unless its last filter makes Markdown. Those are `markdown: LEVEL` (a text',
    'that a person wrote, its headings from that level), `excerpt: LINES` (a fenced block), `code`,',
    '`code_cell`, `link`, and `cell` (a dash where there is nothing). `time`, `date`, `due`, `duration`,',
    '`minutes`, `numbered` (a list in one line) and `plural: "word"` put values into words.',
    '`{% table %}` aligns the rows in it, `{% contents 3 %}` lists the headings. Liquid’s own filters and tags work too, but for those that',
    'read files. A template whose name ends in `.txt` is plain text: nothing is escaped, and `markdown`',
    'gives a text as it was written.',
    '',
    ...reachable('DocumentData', shapes).flatMap(section),
  ].join('\n');
}
