import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {UndoOptions} from '../undo/undo-last.ts';

/** `redo`. */
export function addRedo(program: Command, finish: Finish): void {
  const command = onHandoff(program.command('redo'), 'acts')
    .description('put back what you took back last')
    .option('--dry-run', 'say what would be put back, and write nothing')
    .option('--json', 'print what was put back as JSON')
    .action(async (options: UndoOptions) =>
      finish(await (await import('../undo/undo-last.ts')).redo(options)),
    );
  withExamples(command, ['redo --dry-run', 'redo']);
}
