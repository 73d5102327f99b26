import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';

/** `resume`. */
export function addResume(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('resume [id]'), 'opens'), [
    'resume',
    'resume apex-banking-payments-api',
  ])
    .description('open a handoff where it was left')
    .action(async (id: string | undefined, options: {handoff?: string}) =>
      finish(await (await import('./resume.ts')).resume(id, options)),
    );
}
