import {type Command, Option} from 'commander';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ItemOptions} from './item.ts';

/** `item`. */
export function addItem(program: Command, finish: Finish): void {
  onHandoff(program.command('item <item> <done|open|na>'), 'acts')
    .description('settle an item; ITEM is its id or a part of its id or text')
    .option('--reason <text>', 'why it does not apply (needed with na)')
    .option('--note <text>', 'internal note')
    .option('--owner <name>', 'who has it')
    .option('--due <date>', 'day by which it must be settled, YYYY-MM-DD')
    .option('--evidence <link>', 'link to what proves it')
    .addOption(
      new Option('--audience <audience>', 'who may read it').choices(['customer', 'internal']),
    )
    .action(async (item: string, status: string, options: ItemOptions) =>
      finish(await (await import('./item.ts')).item(item, status, options)),
    );
}
