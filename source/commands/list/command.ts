import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';

/** `list`. */
export function addList(program: Command, finish: Finish): void {
  program
    .command('list')
    .description('list all handoffs')
    .option('--json', 'print them as JSON')
    .action(async (options: {json?: boolean}) =>
      finish(await (await import('./list.ts')).list(options)),
    );
}
