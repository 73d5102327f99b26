import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onlyPrints} from '../handoff-option.ts';

/** `doctor`. */
export function addDoctor(program: Command, finish: Finish): void {
  withExamples(onlyPrints(program.command('doctor')), ['doctor', 'doctor --json'])
    .description(
      'tell what is installed and where, what is slow, broken or missing, and how to mend it',
    )
    .option('--json', 'print it as JSON')
    .action(async (options: {readonly json?: boolean}) =>
      finish(await (await import('./doctor.ts')).doctor(options)),
    );
}
