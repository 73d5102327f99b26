import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import type {DemoOptions} from './demo.ts';

/** `demo`. */
export function addDemo(program: Command, finish: Finish): void {
  withExamples(program.command('demo'), ['demo', 'demo --auto --out documents'])
    .description('start a small sample system and look at a handoff of it')
    .option('--auto', 'play the whole journey without a terminal')
    .option('--out <folder>', 'where --auto writes the documents (default: handoff-documents)')
    .option(
      '--format <list>',
      'what --auto writes: any of md, html and pdf, with commas between (default: md,html)',
    )
    .action(async (options: DemoOptions) =>
      finish(await (await import('./demo.ts')).demo(options)),
    );
}
