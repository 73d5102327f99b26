import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';

/** `resume`. */
export function addResume(program: Command, finish: Finish): void {
  program
    .command('resume [id]')
    .description('open a handoff where it was left (default: the one worked on last)')
    .action(async (id?: string) => finish(await (await import('./resume.ts')).resume(id)));
}
