import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {makeFolder} from '../../make-folder.ts';
import {Problem} from '../../problem.ts';
import {ensureFolder} from '../../store/store-home.ts';
import {expandHome} from '../../expand-home.ts';
import {isMarkdown} from './markdown-files.ts';
import {yourPlaybooks} from './playbook-folders.ts';

/** Writes a new file with the folders above it; one that is there stays as it is. */
function writeNew(file: string, text: string): void {
  try {
    makeFolder(path.dirname(file));
    writeFileSync(file, text, {flag: 'wx'});
  } catch (error) {
    const {code = String(error)} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && existsSync(file))
      throw new Problem(
        `${file} is there already, and stays as it is.`,
        'Edit that one, move it away, or name another file.',
        {cause: error},
      );
    throw new Problem(
      `${file} could not be made (${code}).`,
      'Check that the folder belongs to you.',
      {cause: error},
    );
  }
}

/**
 * Writes a playbook to the file that is meant: a name is one for all handoffs of this person.
 *
 * @throws {Problem} where there is such a file already, or the system refuses; nothing is written.
 */
export function writePlaybook(home: string, text: string, content: string): string {
  const name = text.trim();
  if (name === '')
    throw new Problem(
      'The playbook needs a name or a file.',
      'Write such as cutover, or cutover.md.',
    );
  const isFile = name.includes('/') || name.includes(path.sep) || isMarkdown(name);
  if (!isFile && name.startsWith('.'))
    throw new Problem(`"${name}" is no name of a playbook.`, 'Begin it with a letter.');
  if (!isFile) ensureFolder(home);
  if (!isFile) ensureFolder(yourPlaybooks(home));
  const file = isFile
    ? path.resolve(expandHome(name))
    : path.join(yourPlaybooks(home), `${name}.md`);
  writeNew(file, content);
  return file;
}
