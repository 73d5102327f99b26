import type {Command} from 'commander';
import {examplesIn} from '../../source/commands/examples.ts';
import {buildProgram} from '../../source/commands/program.ts';

/** A term of the command line, and what it stands for. */
export interface Term {
  readonly term: string;
  readonly about: string;
}

/** A command as its help tells it. */
export interface DescribedCommand {
  /** The words behind the program's name, such as `session plan`. */
  readonly name: string;
  /** The whole call, such as `handoff-wizard session plan [options] <when>`. */
  readonly usage: string;
  readonly about: string;
  readonly operands: readonly Term[];
  readonly options: readonly Term[];
  readonly examples: readonly string[];
}

/** Commands that belong together, under the heading that the help has for them. */
export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly DescribedCommand[];
}

function described(command: Command, name: string): DescribedCommand {
  const help = command.createHelp();
  return {
    name,
    usage: help.commandUsage(command).replaceAll(/\s+/gu, ' ').trim(),
    about: command.description(),
    operands: help.visibleArguments(command).map((one) => ({
      term: help.argumentTerm(one),
      about: help.argumentDescription(one),
    })),
    options: help
      .visibleOptions(command)
      .filter(({long}) => long !== '--help')
      .map((one) => ({term: help.optionTerm(one), about: help.optionDescription(one)})),
    examples: examplesIn(command).map((example) => `handoff-wizard ${example}`),
  };
}

function withThoseBelow(command: Command, before: string): DescribedCommand[] {
  const name = `${before}${command.name()}`;
  return [
    described(command, name),
    ...command
      .createHelp()
      .visibleCommands(command)
      .filter((one) => one.name() !== 'help')
      .flatMap((one) => withThoseBelow(one, `${name} `)),
  ];
}

/** Every command that the help shows, in its order. */
export function commandGroups(): readonly CommandGroup[] {
  const program = buildProgram('', false, () => undefined);
  const visible = program.createHelp().visibleCommands(program);
  return [...Map.groupBy(visible, (command) => command.helpGroup() ?? '')].map(
    ([title, commands]) => ({
      title: title.replace(/:$/u, ''),
      commands: commands.flatMap((command) => withThoseBelow(command, '')),
    }),
  );
}
