import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {nearest} from '../../nearest.ts';
import type {OpenedKit} from './open-kit.ts';

/**
 * The text of a document of a kit, as Markdown.
 *
 * @param name of the document or its title
 * @throws {Problem} where the kit has none of that name.
 */
export async function readDocument({kit, data}: OpenedKit, name: string): Promise<string> {
  const wanted = name.trim().toLowerCase();
  const found = kit.documents.find(
    (one) => one.name === wanted || one.title.toLowerCase() === wanted,
  );
  const file = found?.files.find((each) => each.endsWith('.md'));
  if (file !== undefined) return readFile(path.join(data, file), 'utf8');
  const names = kit.documents.flatMap((one) =>
    one.files.some((each) => each.endsWith('.md')) ? [one.name] : [],
  );
  const near = nearest(wanted, names);
  throw new Problem(
    `The kit has no text of a document "${name}".`,
    near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean "${near}"?`,
  );
}
