import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {Problem} from '../problem.ts';
import {callProgram, type Answer} from '../programs/call-program.ts';
import {whyNotStarted} from '../programs/why-not-started.ts';

/** The editor as its variable says it; the words after the first are its arguments. */
function editorCommand(): readonly [string, readonly string[]] {
  const line = process.env['VISUAL'] || process.env['EDITOR'] || 'vi';
  const [program = 'vi', ...args] = line.split(/\s+/).filter(Boolean);
  return [program, args];
}

function whatWentWrong(answer: Answer): string {
  if (answer.type === 'not-started') return `. ${whyNotStarted(answer)}`;
  return answer.exit === undefined ? ': a signal ended it.' : `: exit code ${answer.exit}.`;
}

/**
 * Opens text in $VISUAL, else $EDITOR, else vi, and gives what was saved there.
 *
 * @throws {Problem} when the editor cannot be started or fails; the text is as it was.
 */
export async function editExternally(text: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handoff-wizard-'));
  const file = path.join(folder, 'text.md');
  const [program, args] = editorCommand();
  try {
    await writeFile(file, text, {mode: 0o600});
    const command = [program, ...args, file] as const;
    const answer = await callProgram({command, input: 'terminal', isDrawing: true});
    if (answer.type === 'not-started' || !answer.isGood)
      throw new Problem(
        `The editor "${program}" could not be used${whatWentWrong(answer)}`,
        'Name another in $VISUAL or $EDITOR. The text is as it was.',
      );
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
