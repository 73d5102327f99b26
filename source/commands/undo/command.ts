import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {UndoOptions} from './undo-last.ts';

/** `undo`. */
export function addUndo(program: Command, finish: Finish): void {
  const command = onHandoff(program.command('undo'), 'acts')
    .description('take back what you did last in a handoff, which is said first')
    .option('--reason <text>', 'why, where somebody has proved, agreed to or was told something')
    .option('--along', 'agree that what others have built on it goes as well')
    .option('--dry-run', 'say what would be taken back, and write nothing')
    .option('--json', 'print what was taken back as JSON')
    .action(async (options: UndoOptions) =>
      finish(await (await import('./undo-last.ts')).undo(options)),
    );
  withExamples(command, ['undo --dry-run', 'undo', 'undo --reason "It was the wrong runbook"']);
}
