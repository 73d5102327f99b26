import path from 'node:path';
import {Problem} from '../../problem.ts';
import {callProgram} from '../../programs/call-program.ts';
import {editorCommand} from './editor-command.ts';

/** Editors that take the line as an argument of its own, before the file. */
const plusLine: ReadonlySet<string> = new Set([
  'vi',
  'vim',
  'nvim',
  'view',
  'gvim',
  'nano',
  'emacs',
  'emacsclient',
]);

/** Editors that take it behind the name of the file. */
const fileLine: ReadonlySet<string> = new Set(['hx', 'helix', 'subl', 'zed']);

const codes: ReadonlySet<string> = new Set(['code', 'code-insiders', 'codium']);

/** The arguments that open a file at a line; of an editor that nobody knows, those that open it. */
export function argumentsAt(program: string, file: string, line: number): readonly string[] {
  const name = path.basename(program).replace(/\.(?:exe|cmd)$/iu, '');
  if (plusLine.has(name)) return [`+${line}`, file];
  if (fileLine.has(name)) return [`${file}:${line}`];
  return codes.has(name) ? ['-g', `${file}:${line}`] : [file];
}

/**
 * Opens a file in the editor of this person and resolves when the editor has ended.
 *
 * @throws {Problem} when it cannot be started or fails.
 */
export async function openInEditor(file: string, line: number): Promise<void> {
  const [program, ...args] = editorCommand();
  const command = [program, ...args, ...argumentsAt(program, file, line)] as const;
  const answer = await callProgram({command, input: 'terminal', isDrawing: true});
  if (answer.type === 'not-started' || !answer.isGood)
    throw new Problem(
      `The editor "${program}" did not end well, so look whether ${file} is as you want it.`,
      'Name another with "handoff-wizard config set editor PROGRAM", or in $VISUAL or $EDITOR.',
    );
}
