import {Command, CommanderError} from 'commander';
import type {Finish} from './finish-command.ts';
import {groups} from './registry.ts';
import {usualDateLanguage, writeDatesIn} from '../handoff/time/date-language.ts';
import {durationWords} from '../handoff/time/wording.ts';
import {narrate} from '../tell-aside.ts';
import {addGlobalOptions, isGlobalOption, takeGlobalOptions} from './global-options.ts';
import {isPaged} from './handoff-option.ts';
import {showPrinted} from './paged.ts';
import {keepPrinted, print} from './print.ts';
import {speakDates} from './speak-dates.ts';
import {asksForHelp, asksForJson, exitCodes, printError} from './report-error.ts';

/** The words that call a command. */
function callOf(command: Command): readonly string[] {
  return command.parent ? [...callOf(command.parent), command.name()] : [];
}

/** Where the help of a command stands. */
function usageAdvice(command: Command): string {
  const words = callOf(command);
  return words.length === 0
    ? 'Run "handoff-wizard --help" for all commands.'
    : `Run "handoff-wizard ${words.join(' ')} --help" for what it takes.`;
}

function below(command: Command): readonly Command[] {
  return command.commands.flatMap((one) => [one, ...below(one)]);
}

/** The command that the first words name. */
function named(program: Command, [word, ...more]: readonly string[]): Command {
  const next = program.commands.find((one) => one.name() === word);
  return next ? named(next, more) : program;
}

/** Every command with its arguments. Each loads its own code only when it is called. */
export function buildProgram(version: string, isJson: boolean, finish: Finish): Command {
  const program = new Command('handoff-wizard')
    .description('Hand a deployed system over to the people who will run it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .allowExcessArguments(false);
  // A command of its own inherits these only when they are set before it is made.
  program.configureOutput({
    ...(isJson ? {writeErr: () => undefined} : {}),
    writeOut: print,
    outputError: (text, write) => write(text.replace(/^error: /, '').replace(/^./, upper)),
  });

  addGlobalOptions(program);
  program.hook('preAction', (_, command) => {
    takeGlobalOptions(program.opts());
    // These tell themselves what is wrong with a variable, and dates are words for people alone.
    const [first = ''] = callOf(command);
    if (isJson) writeDatesIn(usualDateLanguage);
    else speakDates({isLenient: ['config', 'doctor', 'help', 'complete'].includes(first)});
    if (process.stdout.isTTY && isPaged(command)) keepPrinted();
  });
  for (const {title, commands} of groups) {
    program.commandsGroup(title);
    for (const add of commands) add(program, finish);
  }
  for (const command of [program, ...below(program)])
    command.showHelpAfterError(usageAdvice(command));
  for (const command of below(program))
    command.addHelpText('after', '\n"handoff-wizard help options" has what every command takes.');
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
  const began = performance.now();
  // What asks for help is printed before any command is called.
  if (process.stdout.isTTY && asksForHelp(args)) keepPrinted();
  try {
    if (args.length > 0 && args.every(isGlobalOption)) {
      program.parseOptions([...args]);
      takeGlobalOptions(program.opts());
      return await (await import('./wizard/show-home.ts')).home();
    }
    await program.parseAsync(args, {from: 'user'});
    await showPrinted();
    narrate(() => `ends with ${code}, after ${durationWords(performance.now() - began)}`);
  } catch (error) {
    if (error instanceof CommanderError) takeGlobalOptions(program.opts());
    await showPrinted();
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.good;
    if (isJson)
      await printError({
        code: 'usage',
        message: usageWords(error),
        try: usageAdvice(named(program, args)),
      });
    return exitCodes.badInput;
  }
  return code;
}
