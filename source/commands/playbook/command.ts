import {type Command, Option} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff, onlyPrints} from '../handoff-option.ts';
import type {ExportOptions} from './export-options.ts';
import type {PlaybookOptions} from './playbook-options.ts';
import type {DiffOptions} from './diff.ts';
import type {UpdateOptions} from './update.ts';

/** `playbook` with what belongs to it. */
export function addPlaybook(program: Command, finish: Finish): void {
  const playbook = program
    .command('playbook')
    .description('find playbooks, look at them, begin your own');
  const looking = (command: Command) =>
    command
      .option(
        '--workspace <folder>',
        'the workspace whose playbooks are meant (default: this folder)',
      )
      .option('--json', 'print it as JSON');
  withExamples(looking(onlyPrints(playbook.command('list'))), ['playbook list'])
    .description('list the playbooks that a handoff can follow, and where they lie')
    .action(async (options: PlaybookOptions) =>
      finish(await (await import('./list-playbooks.ts')).listPlaybooks(options)),
    );
  withExamples(looking(onlyPrints(playbook.command('show [names...]'))), [
    'playbook show',
    'playbook show team.md',
  ])
    .description(
      'show how a playbook is read: a name, a file, a folder, or several as one (default: the one that a handoff would follow here)',
    )
    .action(async (names: readonly string[], options: PlaybookOptions) =>
      finish(await (await import('./show-playbook.ts')).showPlaybook(names, options)),
    );
  withExamples(looking(onlyPrints(playbook.command('lint <names...>'))), ['playbook lint team.md'])
    .description(
      'tell what was not understood in each, as file:line:column; 4 where there is something',
    )
    .action(async (names: readonly string[], options: PlaybookOptions) =>
      finish(await (await import('./lint-playbooks.ts')).lintPlaybooks(names, options)),
    );
  withExamples(playbook.command('new <name>'), ['playbook new team'])
    .description(
      'write a small playbook to begin with: to a file, or under a name for all your handoffs',
    )
    .action(async (name: string) =>
      finish(await (await import('./begin-playbook.ts')).newPlaybook(name)),
    );
  withExamples(playbook.command('eject [file]'), ['playbook eject', 'playbook eject team.md'])
    .description(
      'write the built-in playbook to a file, to change it (default: .handoff/playbook.md, which handoffs of this folder then follow)',
    )
    .action(async (file: string | undefined) =>
      finish(await (await import('./begin-playbook.ts')).ejectPlaybook(file)),
    );
  withExamples(onHandoff(playbook.command('export'), 'acts'), [
    'playbook export --diff',
    'playbook export --out - --boxes',
  ])
    .description(
      'give the file of the playbook back with its boxes ticked: struck out what does not apply, owner, date and links where it has a place for them, every other byte the same',
    )
    .addOption(
      new Option('--out <file>', 'write a copy; - prints it').conflicts(['inPlace', 'diff']),
    )
    .addOption(
      new Option(
        '--in-place',
        'write into the file itself, while it is the one that the handoff knows',
      ).conflicts('diff'),
    )
    .option('--diff', 'show what would change, and write nothing')
    .option('--boxes', 'give a box to entries of lists that have none')
    .option('--json', 'print what was written, and what the file has no place for, as JSON')
    .action(async (options: ExportOptions) =>
      finish(await (await import('./export-playbook.ts')).exportCommand(options)),
    );
  playbook.addHelpText(
    'after',
    `
Examples:
  handoff-wizard playbook list
  handoff-wizard playbook eject
  handoff-wizard playbook new cutover
  handoff-wizard playbook lint docs/checklist.md
  handoff-wizard playbook export --diff
  handoff-wizard playbook show before.md session.md after.md`,
  );
  withExamples(onHandoff(playbook.command('diff [id]'), 'reads'), ['playbook diff'])
    .description('show what in the file of a playbook has changed since the handoff read it')
    .option('--from <file>', 'compare with this file (default: the one of the handoff)')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, options: DiffOptions) =>
      finish(await (await import('./diff.ts')).diffPlaybook(id, options)),
    );
  withExamples(onHandoff(playbook.command('update [id]'), 'acts'), [
    'playbook update',
    'playbook update --dry-run',
    'playbook update --yes',
  ])
    .description('take over the file of a playbook as it is now; no answer is lost')
    .option('--from <file>', 'follow this file from now on (default: the one of the handoff)')
    .option('--dry-run', 'say what would be taken over and whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .action(async (id: string | undefined, options: UpdateOptions) =>
      finish(await (await import('./update.ts')).updatePlaybook(id, options)),
    );
}
