import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {CalendarOptions, DayOptions} from './set-calendar.ts';

/** `calendar` with what belongs to it. */
export function addCalendar(program: Command, finish: Finish): void {
  const calendar = program
    .command('calendar')
    .description('look at the business days of a handoff, or give it some of its own');
  withExamples(onHandoff(calendar.command('show', {isDefault: true}), 'reads'), ['calendar show'])
    .description('print the business days of a handoff')
    .option('--json', 'print them as JSON')
    .action(async (options: CalendarOptions) =>
      finish(await (await import('./set-calendar.ts')).showCalendar(options)),
    );
  const changing = (command: Command) =>
    onHandoff(command, 'acts')
      .option('--reason <text>', 'why, where it moves days that the customer was told')
      .option('--dry-run', 'say whether it may be, and write nothing')
      .option('--json', 'print what was recorded as JSON');
  withExamples(changing(calendar.command('weekend <days...>')), [
    'calendar weekend fri sat',
    'calendar weekend none',
  ])
    .description('set the days of the week on which nobody works there')
    .action(async (days: readonly string[], options: CalendarOptions) =>
      finish(await (await import('./set-calendar.ts')).setWeekend(days, options)),
    );
  withExamples(changing(calendar.command('holidays')), ['calendar holidays --add 2026-12-25'])
    .description('add or remove days that are no business days there')
    .option('--add <date...>', 'days to add, such as 2026-12-25')
    .option('--remove <date...>', 'days to remove')
    .action(async (options: DayOptions) =>
      finish(await (await import('./set-calendar.ts')).setDays('holidays', options)),
    );
  withExamples(changing(calendar.command('worked')), ['calendar worked --add 2026-12-27'])
    .description(
      'add or remove days that are worked there although they are a holiday or a weekend',
    )
    .option('--add <date...>', 'days to add, such as 2026-12-27')
    .option('--remove <date...>', 'days to remove')
    .action(async (options: DayOptions) =>
      finish(await (await import('./set-calendar.ts')).setDays('worked', options)),
    );
}
