import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {KitOptions} from './kit.ts';

/** `kit`. */
export function addKit(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('kit [id]'), 'acts'), [
    'kit --out apex-payments-kit.zip',
    'kit --out apex-payments-kit.zip --no-pdf --sign ~/.ssh/id_ed25519',
  ])
    .description('put what the receiver gets into one zip: to read, to run, to perform, to answer')
    .requiredOption('--out <file>', 'the zip to write')
    .option('--no-pdf', 'leave the documents for paper out')
    .option('--force', 'write over a file that is there')
    .option('--sign <key>', 'sign it with your private key of ssh or minisign')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, options: KitOptions) =>
      finish(await (await import('./kit.ts')).kit(id, options)),
    );
}
