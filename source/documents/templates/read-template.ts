import {open, realpath} from 'node:fs/promises';
import path from 'node:path';
import {narrate} from '../../tell-aside.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import {cleanText} from '../markdown/clean-text.ts';
import {TemplateError} from '../liquid/template-error.ts';

/** Whose a template is: it comes with the workspace, is the user's own, or is the program's. */
export type TemplateOrigin = 'workspace' | 'user' | 'built-in';

/** A folder that may hold templates. */
export interface TemplateFolder {
  readonly folder: string;
  readonly origin: TemplateOrigin;
}

export interface FoundTemplate {
  readonly source: string;
  /** Absolute. */
  readonly file: string;
  readonly origin: TemplateOrigin;
}

/** Far more than a template needs, in bytes. */
const largest = 1_000_000;

function cannotRead(file: string, error: unknown): TemplateError {
  const reason = error instanceof Error ? error.message : String(error);
  return new TemplateError(
    `The template cannot be read: ${reason}`,
    {file},
    'Put the template there, or install the program again.',
    {cause: error},
  );
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

async function readLimited(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const stats = await handle.stat();
    const what = stats.isFile() ? (stats.size > largest ? 'is too large' : '') : 'is not a file';
    if (what !== '') {
      const hint = `A template is one file of at most ${largest / 1_000_000} MB.`;
      throw new TemplateError(`The template ${what}`, {file}, hint);
    }
    narrate(() => `read ${file}`);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/**
 * A workspace comes from elsewhere. A link in it could lead to a file of this machine, which would
 * then be printed into a document and sent away.
 */
async function requireInside(file: string, folder: string): Promise<void> {
  const [real, root] = await Promise.all([realpath(file), realpath(folder)]);
  if (path.dirname(real) === root) return;
  throw new TemplateError(
    'The template is a link that leads out of its folder',
    {file},
    'Put a copy of the file in its place.',
  );
}

/** A template's text goes into every document, so it must not hold a secret. */
async function requireNoSecret({source, file}: FoundTemplate): Promise<void> {
  const [secret] = await findSecrets(source);
  if (!secret) return;
  const before = source.slice(0, secret.start).split('\n');
  const place = {file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
  throw new TemplateError(
    `The template holds a secret (${secret.kind})`,
    place,
    'Take it out, and write where it is kept instead.',
  );
}

async function readFrom(
  name: string,
  {folder, origin}: TemplateFolder,
): Promise<FoundTemplate | undefined> {
  const file = path.join(folder, name);
  try {
    if (origin === 'workspace') await requireInside(file, folder);
    // What is no text, such as terminal escapes, would go into every document.
    const found: FoundTemplate = {source: cleanText(await readLimited(file)), file, origin};
    if (origin !== 'built-in') await requireNoSecret(found);
    return found;
  } catch (error) {
    if (origin !== 'built-in' && hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error instanceof TemplateError ? error : cannotRead(file, error);
  }
}

/**
 * Reads a template from the first folder that has it. A template is data, never code, so one that
 * came with a workspace may be used unasked; whoever prints a document says that it was.
 *
 * @throws {TemplateError} when none has it, or the first one that has it cannot be used.
 */
export async function readTemplate(
  name: string,
  folders: readonly TemplateFolder[],
): Promise<FoundTemplate> {
  for (const folder of folders) {
    const found = await readFrom(name, folder);
    if (found) return found;
  }
  throw cannotRead(name, 'no folder has it');
}
