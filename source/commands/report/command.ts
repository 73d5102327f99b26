import {InvalidArgumentError, type Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {ReportOptions} from './run-report.ts';

function days(value: string): number {
  if (/^\d{1,4}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('Write a whole number of days, such as 14.');
}

function collect(folder: string, all: readonly string[] = []): readonly string[] {
  return [...all, folder];
}

/** `report`. */
export function addReport(program: Command, finish: Finish): void {
  withExamples(program.command('report'), [
    'report',
    'report --folder ~/team --html report.html',
    'report --csv',
  ])
    .description(
      'tell the lead where all handoffs stand: phase, age, what is overdue, what keeps gates shut, waivers that end, drift, acceptance, and how long phases take',
    )
    .option('--folder <folder>', 'also what is shared in this repository; may be repeated', collect)
    .option('--days <number>', 'how far ahead to look for what is due and for waivers', days, 14)
    .option('--json', 'print it as JSON')
    .option('--csv', 'print a line for each handoff as CSV')
    .option('--html <file>', 'write it as one page; - is standard output')
    .addHelpText(
      'after',
      '\nExit code: 0, or 2 where a handoff or a folder cannot be read; the others are told all the same.\nNothing of a folder is taken into the store, and what it tells is for the own team.',
    )
    .action(async (options: ReportOptions) =>
      finish(await (await import('./run-report.ts')).runReport(options)),
    );
}
