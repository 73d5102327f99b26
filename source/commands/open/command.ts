import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {OpenOptions} from './open.ts';

/** `open`. */
export function addOpen(program: Command, finish: Finish): void {
  withExamples(program.command('open [file]'), [
    'open apex-payments-kit.zip',
    'open apex-payments-kit.zip --signer jordan.pub',
    'open --read training-pack',
  ])
    .description(
      'look at a kit that you were sent, once it is whole (default: the one opened last)',
    )
    .option('--signer <key>', 'public key of the one who must have signed it, of ssh or minisign')
    .option('--read <document>', 'print the text of one of its documents')
    .option('--json', 'print what is in it as JSON')
    .action(async (file: string | undefined, options: OpenOptions) =>
      finish(await (await import('./open.ts')).open(file, options)),
    );
}
