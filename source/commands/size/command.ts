import {Argument, type Command} from 'commander';
import {systemSizes} from '../../playbook/playbook.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {SizeOptions} from './set-size.ts';

/** `size`. */
export function addSize(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('size'), 'acts'), ['size', 'size service'])
    .addArgument(new Argument('[size]', 'how large the system is').choices(systemSizes))
    .description('say how large the system is; without SIZE, tell what each would ask')
    .option('--reason <text>', 'why less is asked (needed once the session was held)')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print it as JSON')
    .action(async (size: string | undefined, options: SizeOptions) =>
      finish(await (await import('./set-size.ts')).setSize(size, options)),
    );
}
