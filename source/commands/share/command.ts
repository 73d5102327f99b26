import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ShareOptions} from './share.ts';

/** `share`. */
export function addShare(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('share [id]'), 'acts'), [
    'share',
    'share --folder ~/deployments/apex',
    'share --file apex-payments.handoff.zip',
  ])
    .description(
      'share a handoff with colleagues: its journals and evidence, committed to .handoff of a git repository, or in one file',
    )
    .option(
      '--folder <folder>',
      'a checkout of the repository (default: where it is shared, else its workspace)',
    )
    .option('--file <file>', 'write one file instead, for "import" of a colleague without git')
    .option('--force', 'write over a file that is there')
    .action(async (id: string | undefined, options: ShareOptions) =>
      finish(await (await import('./share.ts')).share(id, options)),
    );
}
