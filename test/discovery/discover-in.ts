import path from 'node:path';
import {expect} from 'vitest';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {discover} from '../../source/discovery/discover.ts';
import type {Discovery, Draft, DraftValue} from '../../source/discovery/discovered.ts';
import {registers} from '../../source/handoff/registers/registers.ts';
import {makeFolder, type Files} from './make-folder.ts';

/** What no field of the register has, and choices that it does not know. */
function mistakes({register, fields, key}: Draft): string[] {
  if (register === undefined) return [`${key} has no register`];
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = registers[register].fields.find((one) => one.name === name);
    if (!field) return [`${key}: ${register} has no field ${name}`];
    if (typeof value !== 'string' || value === '') return [`${key}: ${name} is no text`];
    return field.choices && !field.choices.includes(value) ? [`${key}: ${name} is ${value}`] : [];
  });
}

/** Every draft is one that a handoff or a checks file would take. */
export async function expectValid({drafts}: Discovery): Promise<void> {
  const rows = drafts.filter(({kind}) => kind !== 'check');
  expect(rows.flatMap(mistakes)).toEqual([]);
  expect(new Set(drafts.map(({key}) => key)).size).toBe(drafts.length);
  expect(drafts.filter(({source}) => source === '')).toEqual([]);
  const checks = drafts.filter(({kind}) => kind === 'check').map(({fields}) => fields);
  if (checks.length === 0) return;
  await using folder = makeFolder();
  folder.write('handoff.yaml', JSON.stringify({checks}));
  const file = await readChecksFile(path.join(folder.path, 'handoff.yaml'));
  expect(file.checks).toHaveLength(checks.length);
}

/** Looks at a folder with these files, and holds each draft to what it has to be. */
export async function discoverIn(files: Files): Promise<Discovery> {
  await using folder = makeFolder(files);
  // Awaited here, as the folder is gone when this function has ended.
  const found = await lookAt(folder.path);
  return found;
}

export async function lookAt(folder: string): Promise<Discovery> {
  const found = await discover(folder);
  await expectValid(found);
  return found;
}

/** A field that is text; empty for any other. */
export function textOf(value: DraftValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The rows of one register, by the first of their fields. */
export function rowsOf(
  {drafts}: Discovery,
  register: Draft['register'],
): Readonly<Record<string, Draft['fields']>> {
  const rows = drafts.filter((draft) => draft.kind === 'row' && draft.register === register);
  return Object.fromEntries(rows.map(({fields}) => [textOf(Object.values(fields)[0]), fields]));
}

/** Each flow as `from > to: port`. */
export function flowsOf({drafts}: Discovery): string[] {
  const words = ({fields}: Draft) =>
    `${textOf(fields['from'])} > ${textOf(fields['to'])} at ${textOf(fields['port'])}`;
  return drafts.filter(({register}) => register === 'flows').map(words);
}

/** Each check by name, with what it looks at. */
export function checksOf({drafts}: Discovery) {
  const checks = drafts.filter(({kind}) => kind === 'check');
  return Object.fromEntries(checks.map(({fields: {name, ...rest}}) => [textOf(name), rest]));
}
