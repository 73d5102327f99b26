import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {ImportOptions} from './import-kinds.ts';

/** `import`. */
export function addImport(program: Command, finish: Finish): void {
  withExamples(program.command('import <file>'), [
    'import apex-payments.handoff.zip',
    'import apex-payments.handoff.zip --workspace ~/payments',
  ])
    .description('take in what a colleague has shared as a file; what is there is united with it')
    .option('--workspace <folder>', 'its workspace on this machine (default: as it is, else here)')
    .option('--json', 'print what came in as JSON')
    .action(async (file: string, options: ImportOptions) =>
      finish(await (await import('./import.ts')).importFile(file, options)),
    );
}
