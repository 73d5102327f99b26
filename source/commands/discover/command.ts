import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';
import type {DiscoverOptions} from './print-drafts.ts';

/** `discover`. */
export function addDiscover(program: Command, finish: Finish): void {
  program
    .command('discover [folder]')
    .description('draft rows, checks and runbooks from what is deployed (default: this folder)')
    .option('--live', 'ask this host what runs, once each command was shown and agreed to')
    .option('--on <prefix>', 'ask another host, such as "ssh shop-1"; goes with --live')
    .option('--yes', 'run exactly what is printed, without asking')
    .option('--json', 'print them as JSON, with each command and whether it ran')
    .action(async (folder: string | undefined, options: DiscoverOptions) =>
      finish(await (await import('./print-drafts.ts')).printDrafts(folder, options)),
    );
}
