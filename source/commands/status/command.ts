import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {StatusOptions} from './status.ts';

/** `status`. */
export function addStatus(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('status [id]'), 'reads'), ['status', 'status --json'])
    .description('print a handoff whole')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, options: StatusOptions) =>
      finish(await (await import('./status.ts')).status(id, options)),
    );
}
