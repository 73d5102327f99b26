import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {DriftOptions} from './run-drift.ts';

/** `drift`. */
export function addDrift(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('drift [id]'), 'acts'), [
    'drift',
    'drift apex-banking-payments-api --quiet',
    'drift --no-run --json',
  ])
    .description(
      'run the checks of a system that was handed over, and tell what changed since handover day',
    )
    .option('--no-run', 'run nothing: compare with the last run that was kept')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 nothing has changed, or only for the better; 3 a required check holds no more;\n4 something else has changed; 2 it cannot be told, such as where nobody has trusted the checks file.\nIt never asks, and with --quiet it prints nothing where nothing has changed. A run is kept with the handoff where it tells something new, and once a day.',
    )
    .action(async (id: string | undefined, options: DriftOptions) =>
      finish(await (await import('./run-drift.ts')).drift(id, options)),
    );
}
