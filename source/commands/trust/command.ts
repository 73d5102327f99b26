import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {withFile} from '../which-checks.ts';
import type {TrustOptions} from './trust-file.ts';

/** `trust`. */
export function addTrust(program: Command, finish: Finish): void {
  withExamples(withFile(program.command('trust [file]'), 'acts'), ['trust', 'trust --yes'])
    .description('show all that a checks file would run, and allow exactly that to run')
    .action(async (file: string | undefined, options: TrustOptions) =>
      finish(await (await import('./trust-file.ts')).trust(file, options)),
    );
}
