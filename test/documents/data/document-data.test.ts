import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {dataPaths} from '../../../source/documents/data/data-paths.ts';
import {documentData} from '../../../source/documents/data/document-data.ts';
import {tableName} from '../../../source/documents/data/tables-data.ts';
import {recordsOf} from '../../../source/handoff/registers/records.ts';
import {registerNames} from '../../../source/playbook/playbook.ts';
import {evidenceName, evidenceText, now, sampleHandoff} from '../sample-handoff.ts';

const sampleTables = documentData(sampleHandoff, {audience: 'customer', now}).tables;
const page = readFileSync(path.join(import.meta.dirname, '../../../docs/document-data.md'), 'utf8');

it('the page names every field that a handoff really has', () => {
  const evidence = new Map([[evidenceName, evidenceText]]);
  const data = documentData(sampleHandoff, {audience: 'internal', now, evidence});
  const names = dataPaths(data).flatMap(({path: place}) => place.match(/\w+/gu)?.at(-1) ?? []);
  const missing = names.filter(
    (name) => !page.includes(`\`${name}\``) && !new RegExp(`[{ ]${name}: `, 'u').test(page),
  );
  expect(missing).toEqual([]);
});

it.each(registerNames)('a template can name the rows of "%s" behind a dot', (register) => {
  expect(tableName(register)).toMatch(/^[a-z]\w*$/iu);
  expect(sampleTables[tableName(register)]).toHaveLength(recordsOf(sampleHandoff, register).length);
});

it('data paths tell the types and give an example', () => {
  const paths = dataPaths({a: [{b: null}, {b: 'x'.repeat(80)}], c: 2, d: false});
  expect(paths).toEqual([
    {path: 'a', type: 'list', example: ''},
    {path: 'a[]', type: 'object', example: ''},
    {path: 'a[].b', type: 'null or string', example: `"${'x'.repeat(58)}…`},
    {path: 'c', type: 'number', example: '2'},
    {path: 'd', type: 'boolean', example: 'false'},
  ]);
});
