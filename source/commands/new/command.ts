import {type Command, Option} from 'commander';
import {systemSizes} from '../../playbook/playbook.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {NewOptions} from './new.ts';

/** `new`. */
export function addNew(program: Command, finish: Finish): void {
  withExamples(program.command('new'), [
    'new --customer "Apex Banking" --system "Payments API"',
    'new --customer Apex --system Payments --playbook team.md --size service',
  ])
    .description('start a handoff')
    .option('--customer <name>', 'who takes the system over (needed without --like)')
    .option('--system <name>', 'what is handed over (needed)')
    .option(
      '--like <id>',
      'start as that handoff ended: its playbook, size, business days, support model, people, duties; days, tests and proofs are left open',
    )
    .option('--workspace <folder>', 'folder with the checks file (default: this folder)')
    .option(
      '--playbook <names...>',
      'playbook to follow: a name of "playbook list", a file or a folder; several are one (default: .handoff/playbook.md of the workspace, else the setting playbook, else the built-in one)',
    )
    .option('--unticked', 'start with nothing done of what is ticked in the playbook')
    .addOption(
      new Option(
        '--size <size>',
        'how large the system is; a smaller one is asked for less',
      ).choices(systemSizes),
    )
    .option('--json', 'print the id as JSON')
    .action(async (options: NewOptions) =>
      finish(await (await import('./new.ts')).newHandoff(options)),
    );
}
