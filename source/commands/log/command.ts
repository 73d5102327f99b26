import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {LogOptions} from './log.ts';

/** `log`. */
export function addLog(program: Command, finish: Finish): void {
  const command = onHandoff(program.command('log [id]'), 'reads')
    .description('tell what was done to a handoff, by day, person and place, the oldest first')
    .option('--since <date>', 'from this day on, such as mon, -7 or 2026-11-03')
    .option('--person <name>', 'only what this person did')
    .option('--new', 'only what colleagues did since you were last here; from then on it is seen')
    .option('--json', 'print it as JSON, with the ids')
    .action(async (id: string | undefined, options: LogOptions) =>
      finish(await (await import('./log.ts')).log(id, options)),
    );
  withExamples(command, [
    'log',
    'log --new',
    'log --since mon --person "Jordan Ruiz"',
    'log --json',
  ]);
}
