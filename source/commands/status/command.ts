import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';

/** `status`. */
export function addStatus(program: Command, finish: Finish): void {
  program
    .command('status [id]')
    .description('print a handoff whole (default: the one worked on last)')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, options: {json?: boolean}) =>
      finish(await (await import('./status.ts')).status(id, options)),
    );
}
