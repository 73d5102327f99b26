import {Command, CommanderError} from 'commander';
import type {Finish} from './finish-command.ts';
import {groups} from './registry.ts';
import {asksForJson, exitCodes, printError} from './report-error.ts';

const usageAdvice = 'Run "handoff-wizard --help" for all commands.';

/** Every command with its arguments. Each loads its own code only when it is called. */
function buildProgram(version: string, isJson: boolean, finish: Finish): Command {
  const program = new Command('handoff-wizard')
    .description('Hand a deployed system over to the people who will run it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError(usageAdvice)
    .exitOverride()
    .allowExcessArguments(false);
  // A command of its own inherits these only when they are set before it is made.
  program.configureOutput({
    ...(isJson ? {writeErr: () => undefined} : {}),
    outputError: (text, write) => write(text.replace(/^error: /, '').replace(/^./, upper)),
  });

  for (const {title, commands} of groups) {
    program.commandsGroup(title);
    for (const add of commands) add(program, finish);
  }
  // Made here, so that it stands in the last group.
  program.helpCommand('help [command]', 'show the help of a command');
  return program;
}

function usageWords({message}: CommanderError): string {
  return message.replace(/^error: /u, '').replace(/^./u, upper);
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

/** Parses the arguments and runs the command. Wrong usage is told and gives 2. */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  let code: number = exitCodes.good;
  const isJson = asksForJson(args);
  const program = buildProgram(version, isJson, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, {from: 'user'});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.good;
    if (isJson) await printError({code: 'usage', message: usageWords(error), try: usageAdvice});
    return exitCodes.badInput;
  }
  return code;
}
