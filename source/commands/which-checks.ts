import {type Command, InvalidArgumentError} from 'commander';

export const handoffWords = 'which handoff (default: the one worked on last)';

function collectVariable(
  pair: string,
  all: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return {...all, [pair.slice(0, at)]: pair.slice(at + 1)};
}

/** The options that say which checks file is meant. */
export function withFile(command: Command): Command {
  return command
    .option('--file <file>', 'checks file (default: handoff.yaml of the workspace)')
    .option('--handoff <id>', handoffWords)
    .option('--var <name=value>', 'set a variable of the file; may be repeated', collectVariable);
}
