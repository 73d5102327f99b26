import type {Command} from 'commander';

const examplesOf = new WeakMap<Command, readonly string[]>();

/** A command with calls of it to copy, shown at the end of its help; without the program's name. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  examplesOf.set(command, examples);
  const lines = examples.map((example) => `  handoff-wizard ${example}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

/** The calls that the help of a command shows. */
export function examplesIn(command: Command): readonly string[] {
  return examplesOf.get(command) ?? [];
}
