import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';

/** `discover`. */
export function addDiscover(program: Command, finish: Finish): void {
  program
    .command('discover [folder]')
    .description('draft rows, checks and runbooks from what is deployed (default: this folder)')
    .option('--json', 'print them as JSON')
    .action(async (folder: string | undefined, options: {json?: boolean}) =>
      finish(await (await import('./print-drafts.ts')).printDrafts(folder, options)),
    );
}
