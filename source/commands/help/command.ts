import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onlyPrints} from '../handoff-option.ts';
import {topics} from './help-topics.ts';

/** `help` of a command or a topic. */
export function addHelp(program: Command, finish: Finish): void {
  const lines = Object.entries(topics).map(([name, {about}]) => `  ${name.padEnd(14)}${about}`);
  const topicLines = `\nTopics of "help":\n${lines.join('\n')}`;
  program.helpCommand(false).addHelpText('after', topicLines);
  withExamples(onlyPrints(program.command('help [words...]')), [
    'help session plan',
    'help exit-codes',
  ])
    .description('help on a command, or on a topic')
    .addHelpText('after', topicLines)
    .action(async (words: readonly string[]) =>
      finish((await import('./tell-help.ts')).tellHelp(program, words)),
    );
}
