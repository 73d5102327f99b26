import {Command, CommanderError} from 'commander';
import type {Finish} from './finish-command.ts';
import {commands} from './registry.ts';
import {exitCodes} from './report-error.ts';

/** Every command with its arguments. Each loads its own code only when it is called. */
function buildProgram(version: string, finish: Finish): Command {
  const program = new Command('handoff-wizard')
    .description('Hand a deployed system over to the people who will run it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('Run "handoff-wizard --help" for all commands.')
    .exitOverride()
    .allowExcessArguments(false);
  // A command of its own inherits these only when they are set before it is made.
  program.configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, '').replace(/^./, upper)),
  });

  for (const add of commands) add(program, finish);
  return program;
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

/** Parses the arguments and runs the command. Wrong usage is told and gives 2. */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  let code: number = exitCodes.good;
  const program = buildProgram(version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, {from: 'user'});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.good : exitCodes.badInput;
  }
  return code;
}
