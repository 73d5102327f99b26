import {type Command, InvalidArgumentError} from 'commander';
import {onHandoff, type Use} from './handoff-option.ts';

function collectVariable(
  pair: string,
  all: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return {...all, [pair.slice(0, at)]: pair.slice(at + 1)};
}

/** The options that say which checks file is meant. */
export function withFile(command: Command, use: Use): Command {
  return onHandoff(command, use)
    .option('--file <file>', 'checks file (default: handoff.yaml of the workspace)')
    .option('--var <name=value>', 'set a variable of the file; may be repeated', collectVariable);
}
