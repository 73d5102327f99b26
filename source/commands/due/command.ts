import {InvalidArgumentError, type Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onlyPrints} from '../handoff-option.ts';
import type {DueOptions} from './due.ts';

function days(value: string): number {
  if (/^\d{1,4}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('Write a whole number of days, such as 7; 0 is today.');
}

/** `due`. */
export function addDue(program: Command, finish: Finish): void {
  withExamples(onlyPrints(program.command('due')), [
    'due',
    'due --days 30 --json',
    'due --short',
    'due --ics due.ics',
  ])
    .description(
      'tell what is due or overdue in all handoffs, the soonest first: items, open points, check-ins, sessions, waivers that end, certificates, contracts, the transition, proofs that become too old',
    )
    .option('--days <number>', 'how far ahead to look', days, 7)
    .option('--short', 'one line for a shell prompt, and nothing where there is nothing')
    .option('--json', 'print it as JSON')
    .option('--ics <file>', 'write it as a calendar file; - is standard output')
    .addHelpText(
      'after',
      '\nExit code: 0 nothing is overdue, 3 something is, 2 a handoff cannot be read (the others are told).',
    )
    .action(async (options: DueOptions) => finish(await (await import('./due.ts')).due(options)));
}
