import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {SyncOptions} from './sync.ts';

/** `sync`. */
export function addSync(program: Command, finish: Finish): void {
  withExamples(program.command('sync [id]'), [
    'sync',
    'sync apex-banking-payments-api',
    'sync --all',
  ])
    .description(
      'unite a shared handoff with what colleagues have, and push what they lack, with your own git (default: the one shared in this folder)',
    )
    .option('--all', 'every handoff that is shared here, and every one that you share elsewhere')
    .option(
      '--folder <folder>',
      'a checkout of the repository (default: this one, else where it is shared)',
    )
    .option('--json', 'print what came of it as JSON')
    .action(async (id: string | undefined, options: SyncOptions) =>
      finish(await (await import('./sync.ts')).sync(id, options)),
    );
}
