import {type Command, InvalidArgumentError, Option} from 'commander';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {givenOptions} from '../given-options.ts';
import {onHandoff} from '../handoff-option.ts';
import {setItem} from './set-item.ts';
import type {ItemOptions} from './item.ts';
import type {AddItemOptions} from './add-item.ts';
import type {RemoveItemOptions} from './remove-item.ts';
import type {RunItemOptions} from './run-item.ts';

/** `item`, and what else is done with one. */
export function addItem(program: Command, finish: Finish): void {
  const item = onHandoff(program.command('item <item> <done|open|na>'), 'acts')
    .description('settle an item; ITEM is its id or a part of its id or text')
    // Otherwise options after the name of a subcommand would be taken for those of item.
    .enablePositionalOptions()
    .option('--reason <text>', 'why it does not apply (needed with na)')
    .option('--note <text>', 'internal note')
    .option('--owner <name>', 'who has it')
    .option('--due <date>', 'day by which it must be settled, YYYY-MM-DD')
    .option('--evidence <link>', 'link to what proves it')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .addOption(
      new Option('--audience <audience>', 'who may read it').choices(['customer', 'internal']),
    )
    .action(async (query: string, status: string, options: ItemOptions) =>
      finish(await (await import('./item.ts')).item(query, status, options)),
    );
  withExamples(item, [
    'item network done',
    'item "see the whole system" na --reason "There is no staging system"',
    'item network open --owner "Lee Novak" --due fri',
  ]);
  addChangeCommands(item, finish, [setItem]);
  addRun(item, finish);
  addAddAndRemove(item, finish);
}

function addAddAndRemove(item: Command, finish: Finish): void {
  const add = onHandoff(item.command('add <step> <text>'), 'acts')
    .description('add an item to a step of this handoff; the file of the playbook stays as it is')
    .option('--after <item>', 'behind this item of the step (default: at its end)')
    .option('--optional', 'it need not be settled')
    .option('--owner <name>', 'who has it')
    .option('--due <date>', 'day by which it must be settled, YYYY-MM-DD')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .action(async (step: string, text: string, options: AddItemOptions, command: Command) =>
      finish(
        await (await import('./add-item.ts')).addItem(step, text, givenOptions(options, command)),
      ),
    );
  withExamples(add, ['item add readiness-checklist "Tell the night shift" --owner "Lee Novak"']);
  const remove = onHandoff(item.command('remove <item>'), 'acts')
    .description('remove an item that was added in this handoff')
    .option('--reason <text>', 'why (needed once something was said of it)')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .action(async (query: string, options: RemoveItemOptions, command: Command) =>
      finish(
        await (await import('./remove-item.ts')).removeItem(query, givenOptions(options, command)),
      ),
    );
  withExamples(remove, ['item remove "Tell the night shift"']);
}

function addRun(item: Command, finish: Finish): void {
  const run = onHandoff(item.command('run <item>'), 'acts')
    .description('run the commands of an item and keep their output as its evidence')
    .addOption(
      new Option(
        '--command <number>',
        'only this command of the item (default: all, in order)',
      ).argParser(position),
    )
    .option(
      '--fill <name=value>',
      'what a placeholder such as <namespace> stands for; may be repeated',
      collect,
    )
    .option('--expect <text>', 'what its output has to show; /…/ is a pattern')
    .option('--changes', 'it changes the system; what only looks needs no word')
    .option('--json', 'print the run as JSON')
    .action(async (query: string, options: RunItemOptions, command: Command) =>
      finish(await (await import('./run-item.ts')).runItem(query, givenOptions(options, command))),
    );
  withExamples(run, ['item run network', 'item run network --fill namespace=pay --yes']);
}

function collect(value: string, all: readonly string[] = []): readonly string[] {
  if (!/^[^=]+=./u.test(value)) throw new InvalidArgumentError('Write it as NAME=VALUE.');
  return [...all, value];
}

function position(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Write the number of a command, from 1.');
  return number;
}
