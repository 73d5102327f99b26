import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {ImportOptions} from './import-kinds.ts';

/** `import`. */
export function addImport(program: Command, finish: Finish): void {
  withExamples(program.command('import <file>'), [
    'import apex-payments.handoff.zip',
    'import apex-payments.handoff.zip --workspace ~/payments',
    'import answer.json --signer mina.pub --dry-run',
  ])
    .description(
      'take in a handoff that a colleague shared as a file, or an answer of the receiver to a kit',
    )
    .option('--workspace <folder>', 'its workspace on this machine (default: as it is, else here)')
    .option('--handoff <id>', 'the handoff that an answer is for (default: the one that it names)')
    .option('--signer <key>', 'public key of the one who must have signed an answer')
    .option('--dry-run', 'say what would be taken of an answer, and write nothing')
    .option('--json', 'print what came in as JSON')
    .action(async (file: string, options: ImportOptions) =>
      finish(await (await import('./import.ts')).importFile(file, options)),
    );
}
