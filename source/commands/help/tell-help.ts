import type {Command} from 'commander';
import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {print} from '../print.ts';
import {topics} from './help-topics.ts';

/**
 * Prints the help of a command, or a topic.
 *
 * @throws {Problem} where there is neither.
 */
export function tellHelp(program: Command, words: readonly string[]): number {
  const [first = ''] = words;
  const topic = words.length === 1 && Object.hasOwn(topics, first) ? topics[first] : undefined;
  if (topic) {
    print(topic.text);
    return 0;
  }
  let command = program;
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word);
    if (!next) throw unknown(command, word);
    command = next;
  }
  command.outputHelp();
  return 0;
}

function unknown(command: Command, word: string): Problem {
  const known = command
    .createHelp()
    .visibleCommands(command)
    .map((one) => one.name());
  const all = command.parent ? known : [...known, ...Object.keys(topics)];
  const close = nearest(word, all);
  return new Problem(
    `There is no command or topic "${word}".`,
    close ? `Did you mean "${close}"?` : 'Run "handoff-wizard --help" for all commands.',
  );
}
