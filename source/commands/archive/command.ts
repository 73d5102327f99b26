import {type Command, Option} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ArchiveOptions} from './archive.ts';
import type {VerifyOptions} from './verify.ts';

/** `archive` and `verify`. */
export function addArchive(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('archive [id]'), 'acts'), [
    'archive --out apex-payments.zip',
    'archive --out apex-payments.zip --audience customer',
  ])
    .description('put documents, evidence, journal and checks of a handoff into one zip')
    .requiredOption('--out <file>', 'the zip to write')
    .option('--force', 'write over a file that is there')
    .option('--sign <key>', 'sign it with your private key of ssh or minisign')
    .addOption(
      new Option('--audience <audience>', 'customer leaves the journal and internal documents out')
        .choices(['customer', 'internal'])
        .default('internal'),
    )
    .action(async (id: string | undefined, options: ArchiveOptions) =>
      finish(await (await import('./archive.ts')).archive(id, options)),
    );

  withExamples(program.command('verify <file>'), [
    'verify apex-payments.zip',
    'verify apex-payments.zip --signer jordan.pub',
  ])
    .description('check an archive, as a zip or unpacked: every hash, what is missing or was added')
    .option('--signer <key>', 'public key of the one who must have signed it, of ssh or minisign')
    .option('--json', 'print it as JSON')
    .action(async (file: string, options: VerifyOptions) =>
      finish(await (await import('./verify.ts')).verify(file, options)),
    );
}
