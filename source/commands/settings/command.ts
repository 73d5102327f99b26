import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {PlaybooksOptions} from './set-playbooks.ts';
import type {CalendarOptions, DayOptions} from './set-calendar.ts';

/** `settings` with what belongs to it. */
export function addSettings(program: Command, finish: Finish): void {
  const settings = program.command('settings').description('look at your settings, or change them');
  withExamples(settings.command('show', {isDefault: true}), ['settings show --json'])
    .description(
      'print your name, the business days, the playbooks, and how many checks files you trust',
    )
    .option('--json', 'print them as JSON')
    .action(async (options: {json?: boolean}) =>
      finish(await (await import('./change-settings.ts')).showSettings(options)),
    );
  const ofHandoff = (command: Command) =>
    command
      .option('--handoff <id>', 'for this handoff alone, whatever settings say')
      .option('--reason <text>', 'why, where it moves days that the customer was told')
      .option('--dry-run', 'of a handoff: say whether it may be, and write nothing')
      .option('--json', 'print the business days as JSON, or what was recorded');
  withExamples(ofHandoff(settings.command('holidays')), [
    'settings holidays --add 2026-12-25 2026-12-26',
  ])
    .description('list, add or remove days that are no business days')
    .option('--add <date...>', 'days to add, such as 2026-12-25')
    .option('--remove <date...>', 'days to remove')
    .action(async (options: DayOptions) =>
      finish(await (await import('./set-calendar.ts')).setDays('holidays', options)),
    );
  withExamples(ofHandoff(settings.command('weekend [days...]')), [
    'settings weekend fri sat',
    'settings weekend none',
  ])
    .description(
      'print or set the days of the week on which nobody works: such as fri sat, or none (usual: sat sun)',
    )
    .action(async (days: readonly string[], options: CalendarOptions) =>
      finish(await (await import('./set-calendar.ts')).setWeekend(days, options)),
    );
  withExamples(ofHandoff(settings.command('worked')), ['settings worked --add 2026-12-27'])
    .description(
      'list, add or remove days that are worked although they are a holiday or a weekend',
    )
    .option('--add <date...>', 'days to add, such as 2026-12-27')
    .option('--remove <date...>', 'days to remove')
    .action(async (options: DayOptions) =>
      finish(await (await import('./set-calendar.ts')).setDays('worked', options)),
    );
  withExamples(settings.command('theme <theme>'), ['settings theme dark'])
    .description(
      'set the colours of the wizard: dark, light, plain or auto (HANDOFF_WIZARD_THEME does so for once)',
    )
    .action(async (theme: string) => finish(await (await import('./set-look.ts')).setTheme(theme)));
  withExamples(settings.command('plain-signs <on|off|auto>'), ['settings plain-signs on'])
    .description(
      'set whether the wizard draws with ASCII signs alone (HANDOFF_WIZARD_PLAIN_SIGNS=1 or 0 does so for once)',
    )
    .action(async (text: string) =>
      finish(await (await import('./set-look.ts')).setPlainSigns(text)),
    );
  withExamples(settings.command('playbooks [folder]'), [
    'settings playbooks playbooks',
    'settings playbooks --default "Go live"',
  ])
    .description(
      'print or set the folder in which your team keeps playbooks, such as a git checkout; it is only read',
    )
    .option('--none', 'have no such folder')
    .option('--default <name>', 'the playbook that a handoff follows where its workspace has none')
    .option('--no-default', 'follow the built-in one there')
    .action(async (folder: string | undefined, options: PlaybooksOptions) =>
      finish(await (await import('./set-playbooks.ts')).setPlaybooks(folder, options)),
    );
  withExamples(settings.command('name <name>'), ['settings name "Jordan Ruiz"'])
    .description('set the name under which you act')
    .option('--was <name>', 'a name under which you have acted before, so that it stays your own')
    .action(async (name: string, options: {was?: string}) =>
      finish(await (await import('./change-settings.ts')).setName(name, options)),
    );
}
