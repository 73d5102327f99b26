import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ProveOptions} from './prove-runbook.ts';
import type {RunRunbookOptions} from './run-runbook.ts';

/** `runbook`. */
export function addRunbook(program: Command, finish: Finish): void {
  const runbook = program
    .command('runbook')
    .description('prove that the runbooks do what they say');
  const run = onHandoff(runbook.command('run <runbook>'), 'acts')
    .description(
      'run a runbook, once you have seen it whole, and keep the way it took as its proof',
    )
    .option('--changes', 'with --yes: also where it changes the system')
    .option('--dry-run', 'print what would run, and run nothing')
    .option('--json', 'print the proof as JSON')
    .action(async (query: string, options: RunRunbookOptions) =>
      finish(await (await import('./run-runbook.ts')).runRunbook(query, options)),
    );
  withExamples(run, [
    'runbook run "View logs" --dry-run',
    'runbook run "View logs"',
    'runbook run "Restart services" --yes --changes',
  ]);
  const prove = onHandoff(runbook.command('prove <runbook>'), 'acts')
    .description('record what you saw when somebody did a runbook by hand')
    .requiredOption('--saw <text>', 'what was done on the system, and what was seen then')
    .option('--failed', 'it was not as it should be')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .action(async (query: string, options: ProveOptions) =>
      finish(await (await import('./prove-runbook.ts')).proveRunbook(query, options)),
    );
  withExamples(prove, [
    'runbook prove "Common issues" --saw "Orders came in again after 20 s"',
    'runbook prove "Common issues" --saw "The queue stayed full" --failed',
  ]);
}
