import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {tableName} from '../../source/documents/data/tables-data.ts';
import type {Field as RegisterField} from '../../source/handoff/registers/field.ts';
import {registers} from '../../source/handoff/registers/registers.ts';
import {registerNames} from '../../source/playbook/playbook.ts';
import {noteChoices, shapesIn, type Shape} from './shapes.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** The types that the data is made of: its own, and those of the domain that it passes on. */
function sourceFiles(): string[] {
  const data = path.join(root, 'source', 'documents', 'data');
  const own = readdirSync(data, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(data, file));
  const others = ['handoff/items/progress.ts', 'handoff/time/schedule.ts', 'playbook/playbook.ts'];
  return [...own, ...others.map((file) => path.join(root, 'source', file))];
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
    ...fields.map(
      (field) => `| \`${field.name}\` | \`${cell(field.type)}\` | ${cell(field.meaning)} |`,
    ),
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
    'read files. `{% include "in-short" %}` puts in what documents say alike, of the texts in `templates/parts/`.',
    'A template whose name ends in `.txt` is plain text: nothing is escaped, and `markdown`',
    'gives a text as it was written.',
    '',
    ...reachable('DocumentData', shapes).flatMap(section),
  ].join('\n');
}
