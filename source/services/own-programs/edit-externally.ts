import {readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {callProgram, type Answer} from '../../programs/call-program.ts';
import {whyNotStarted} from '../../programs/why-not-started.ts';
import {makeTemporaryFolder} from '../../temporary-folder.ts';
import {editorCommand} from './editor-command.ts';

/** What came of editing: the new text, or the file of an editor that has changed nothing so far. */
export type Edited = {readonly text: string} | {readonly unchangedIn: string};

/** Files that were given back unchanged, and what stood in them: an editor may still be open. */
const given = new Map<string, string>();

async function textIn(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

async function removeWith(file: string): Promise<void> {
  await rm(path.dirname(file), {recursive: true, force: true});
}

function howItEnded(answer: Answer): string {
  if (answer.type === 'not-started') return whyNotStarted(answer);
  return answer.exit === undefined ? 'a signal ended it' : `exit code ${answer.exit}`;
}

/** What an editor that did not end well has left: a changed text, or files of its own beside it. */
async function hasLeft(file: string, before: string): Promise<boolean> {
  const names = await readdir(path.dirname(file)).catch(() => []);
  return names.length > 1 || ![undefined, before].includes(await textIn(file));
}

async function failed(answer: Answer, file: string, before: string): Promise<Problem> {
  const how = howItEnded(answer);
  if (await hasLeft(file, before))
    return new Problem(
      `What the editor wrote is kept in ${file}`,
      `(${how}). The text here is as it was.`,
    );
  await removeWith(file);
  const [program] = editorCommand();
  const end = answer.type === 'not-started' ? `. ${how}` : `: ${how}.`;
  return new Problem(
    `The editor "${program}" could not be used${end}`,
    'Name another with "handoff-wizard config set editor PROGRAM", or in $VISUAL or $EDITOR. The text is as it was.',
  );
}

/**
 * Opens text in the editor of this person and gives what was saved there.
 *
 * @param keep puts the new text into safety; until it has, the file stays
 * @throws {Problem} when the editor cannot be started or fails, or the text cannot be kept; it says
 * where what was written is.
 */
export async function editExternally(
  before: string,
  keep: (text: string) => Promise<void>,
): Promise<Edited> {
  const [program, ...args] = editorCommand();
  const file = path.join(await makeTemporaryFolder('handoff-wizard-'), 'text.md');
  await writeFile(file, before, {mode: 0o600});
  const command = [program, ...args, file] as const;
  const answer = await callProgram({command, input: 'terminal', isDrawing: true});
  if (answer.type === 'not-started' || !answer.isGood) throw await failed(answer, file, before);
  const text = await textIn(file);
  if (text === undefined || text === before) {
    given.set(file, before);
    return {unchangedIn: file};
  }
  try {
    await keep(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(`What the editor wrote is kept in ${file}.`, why, {cause: error});
  }
  await removeWith(file);
  return {text};
}

/** Removes the files that stayed unchanged, and gives those to which an editor has written since. */
export async function writtenSince(): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [file, before] of given)
    if (await hasLeft(file, before)) written.push(file);
    else await removeWith(file);
  given.clear();
  return written;
}
