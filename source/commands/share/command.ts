import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ShareOptions} from './share.ts';

/** `share`. */
export function addShare(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('share [id]'), 'acts'), [
    'share --file apex-payments.handoff.zip',
  ])
    .description('share a handoff with colleagues: its journals and evidence, in one file')
    .requiredOption('--file <file>', 'the file to write, for "import" of a colleague')
    .option('--force', 'write over a file that is there')
    .action(async (id: string | undefined, options: ShareOptions) =>
      finish(await (await import('./share.ts')).share(id, options)),
    );
}
