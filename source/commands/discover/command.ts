import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {LiveOptions} from './look-at-host.ts';
import type {TakeOptions} from './take-found.ts';

/** `discover`. */
export function addDiscover(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('discover [folder]'), 'acts'), [
    'discover',
    'discover --take all --dry-run',
    'discover --take all',
    'discover --live --on "ssh pay-1"',
  ])
    .description('draft rows, checks and runbooks from what is deployed (default: this folder)')
    .option('--live', 'ask this host what runs, once each command was shown and agreed to')
    .option('--on <prefix>', 'ask another host, such as "ssh shop-1"; goes with --live')
    .option(
      '--take <keys...>',
      'take what was found into the handoff: all, or keys as --json has them',
    )
    .option('--dry-run', 'with --take: say what would be taken, and write nothing')
    .option('--json', 'print them, or what was taken, as JSON')
    .action(async (folder: string | undefined, options: LiveOptions & TakeOptions) =>
      finish(
        options.take
          ? await (await import('./take-found.ts')).takeFound(folder, options)
          : await (await import('./print-drafts.ts')).printDrafts(folder, options),
      ),
    );
}
