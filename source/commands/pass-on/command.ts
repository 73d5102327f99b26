import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {PassOnOptions} from './pass-on.ts';

/** `pass-on`. */
export function addPassOn(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('pass-on'), 'acts'), [
    'pass-on "Sam Reed" --note "Ask Mina before you restart anything"',
    'pass-on "Sam Reed" --out handover.pdf',
  ])
    .argument('<person>', 'the colleague who takes it')
    .description(
      'pass the handoff on to another engineer, who is responsible from then on, and write them the engineer handover',
    )
    .option('--note <text>', 'what they should know first')
    .option(
      '--out <file>',
      'the document to write, as .md, .html or .pdf; - is standard output (default: a page beside the documents)',
    )
    .option('--force', 'write over a file that is there')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .action(async (person: string, options: PassOnOptions) =>
      finish(await (await import('./pass-on.ts')).passOn(person, options)),
    );
}
