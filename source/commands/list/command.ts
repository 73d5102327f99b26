import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onlyPrints} from '../handoff-option.ts';

/** `list`. */
export function addList(program: Command, finish: Finish): void {
  withExamples(onlyPrints(program.command('list')), ['list', 'list --json'])
    .description('list all handoffs')
    .option('--json', 'print them as JSON')
    .action(async (options: {json?: boolean}) =>
      finish(await (await import('./list.ts')).list(options)),
    );
}
