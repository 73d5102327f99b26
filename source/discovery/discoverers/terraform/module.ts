import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';
import {readHcl, type HclBlock, type HclBody, type HclValue} from '../../formats/hcl.ts';

export interface Block extends HclBlock {
  readonly file: string;
}

/** The files of a folder that Terraform takes as one. */
export interface Module {
  /** `.` for the top of the folder that is looked at. */
  readonly dir: string;
  readonly file: string;
  readonly blocks: readonly Block[];
  /** What a value is as far as these files say: a literal, or the default of a variable. */
  readonly text: (value: HclValue | undefined) => string | undefined;
  /** What files of values set. */
  readonly set: readonly {readonly name: string; readonly value: HclValue; readonly file: string}[];
}

export async function readBodyOf(file: string, folder: Folder): Promise<HclBody | undefined> {
  const source = await folder.read(file);
  if (source === undefined) return undefined;
  const found = readHcl(source);
  for (const problem of found.problems) folder.tell({file, ...problem});
  return found;
}

export function filesBeside(file: string, folder: Folder, pattern: RegExp): string[] {
  const dir = path.posix.dirname(file);
  return folder.files.filter((one) => path.posix.dirname(one) === dir && pattern.test(one));
}

export async function readModule(file: string, folder: Folder): Promise<Module> {
  const blocks: Block[] = [];
  for (const one of filesBeside(file, folder, /\.tf$/)) {
    const body = await readBodyOf(one, folder);
    blocks.push(...(body?.blocks ?? []).map((block) => ({...block, file: one})));
  }
  const set: {name: string; value: HclValue; file: string}[] = [];
  // Others are taken only by who names them.
  for (const one of filesBeside(file, folder, /(?:^|\/)terraform\.tfvars$|\.auto\.tfvars$/))
    for (const [name, value] of (await readBodyOf(one, folder))?.attributes ?? [])
      set.push({name, value, file: one});
  const usual = new Map<string, string>();
  for (const {type, labels, attributes} of blocks) {
    const literal = attributes.get('default')?.literal;
    if (type === 'variable' && literal !== undefined) usual.set(`var.${labels[0] ?? ''}`, literal);
    if (type === 'locals')
      for (const [name, value] of attributes)
        if (value.literal !== undefined) usual.set(`local.${name}`, value.literal);
  }
  for (const {name, value} of set)
    if (value.literal !== undefined) usual.set(`var.${name}`, value.literal);
  const text = (value: HclValue | undefined) =>
    value === undefined ? undefined : (value.literal ?? usual.get(value.raw));
  return {dir: path.posix.dirname(file), file, blocks, text, set};
}
