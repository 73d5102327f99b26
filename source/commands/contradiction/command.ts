import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ListContradictionsOptions} from './list-contradictions.ts';
import type {SettleOptions} from './settle-contradiction.ts';

/** `contradiction`. */
export function addContradiction(program: Command, finish: Finish): void {
  const contradiction = program
    .command('contradiction')
    .description(
      'choose where colleagues who worked apart have answered one thing in several ways',
    );
  withExamples(onHandoff(contradiction.command('list'), 'reads'), ['contradiction list'])
    .description('list what was answered in several ways, with all answers and their ids')
    .option('--json', 'print it as JSON')
    .action(async (options: ListContradictionsOptions) =>
      finish(await (await import('./list-contradictions.ts')).listContradictions(options)),
    );
  withExamples(onHandoff(contradiction.command('settle <about> <answer>'), 'acts'), [
    'contradiction settle "note on network" "Ana Silva"',
  ])
    .description('choose one answer: by its id, a part of what it says, or who gave it')
    .option('--reason <text>', 'why, where something rests on what it changes')
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print it as JSON')
    .action(async (about: string, answer: string, options: SettleOptions) =>
      finish(
        await (
          await import('./settle-contradiction.ts')
        ).settleContradiction(about, answer, options),
      ),
    );
}
