import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';

/** `resume`. */
export function addResume(program: Command, finish: Finish): void {
  onHandoff(program.command('resume [id]'), 'opens')
    .description('open a handoff where it was left')
    .action(async (id: string | undefined, options: {handoff?: string}) =>
      finish(await (await import('./resume.ts')).resume(id, options)),
    );
}
