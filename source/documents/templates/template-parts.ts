import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {templatesFolder} from '../../playbook/templates-folder.ts';

/** What several documents say alike, by the name under which `{% include "name" %}` puts it in. */
export type TemplateParts = Readonly<Record<string, string>>;

async function read(): Promise<TemplateParts> {
  const folder = path.join(templatesFolder(), 'parts');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md'));
  const texts = files.map(
    async (file) =>
      [path.basename(file, '.md'), await readFile(path.join(folder, file), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

let parts: Promise<TemplateParts> | undefined;

/** The parts that the program brings. No file but these can be included. */
export function templateParts(): Promise<TemplateParts> {
  parts ??= read();
  return parts;
}
