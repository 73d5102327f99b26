import {Argument, Option, type Command} from 'commander';
import type {Finish} from '../finish-command.ts';
import {givenOptions} from '../given-options.ts';
import {onHandoff} from '../handoff-option.ts';
import {withExamples} from '../examples.ts';
import type {ArgumentFace, ChangeCommand, OptionFace} from './change-command.ts';
import {facesOf, optionName, type NamedFace} from './faces.ts';

function argumentOf({face, isNeeded}: NamedFace & {readonly face: ArgumentFace}): Argument {
  const dots = face.isMany ? '...' : '';
  const made = new Argument(
    isNeeded ? `<${face.name}${dots}>` : `[${face.name}${dots}]`,
    face.says,
  );
  return face.choices ? made.choices(face.choices) : made;
}

function collect(value: string, all: readonly string[] = []): readonly string[] {
  return [...all, value];
}

function optionOf(named: NamedFace & {readonly face: OptionFace}): Option {
  const {face, isNeeded} = named;
  const value = face.value ?? (face.choices ? named.field : undefined);
  const flag = `--${optionName(named)}`;
  const made = new Option(
    value === undefined ? flag : `${flag} <${value}>`,
    isNeeded ? `${face.says} (needed)` : face.says,
  );
  if (face.choices) made.choices(face.choices);
  if (face.isMany) made.argParser(collect);
  return made.makeOptionMandatory(isNeeded);
}

function isOfArgument(named: NamedFace): named is NamedFace & {readonly face: ArgumentFace} {
  return named.face.as === 'argument';
}

function isOfOption(named: NamedFace): named is NamedFace & {readonly face: OptionFace} {
  return named.face.as === 'option';
}

const described = new WeakMap<Command, ChangeCommand>();

/** What a command of the program does to a handoff, as data; nothing where it is not made of that. */
export function changeCommandOf(command: Command): ChangeCommand | undefined {
  return described.get(command);
}

/** A command with its arguments and options, as its data says them. */
function addChangeCommand(parent: Command, finish: Finish, data: ChangeCommand): void {
  const word = data.name.slice(data.name.lastIndexOf(' ') + 1);
  const command = onHandoff(parent.command(word), 'acts').description(data.says);
  described.set(command, data);
  const faces = facesOf(data);
  const inTurn = faces.filter(isOfArgument);
  for (const named of inTurn) command.addArgument(argumentOf(named));
  for (const named of faces.filter(isOfOption)) command.addOption(optionOf(named));
  withExamples(command, data.examples)
    .option('--dry-run', 'say whether it may be, and write nothing')
    .option('--json', 'print what was recorded as JSON')
    .action(async (...given: readonly unknown[]) => {
      const values = Object.fromEntries(
        inTurn.map(({face}, index) => [face.name, given[index] as string | readonly string[]]),
      );
      const {runChangeCommand} = await import('./run-change-command.ts');
      finish(
        await runChangeCommand(data, {
          arguments: values,
          options: givenOptions(command.opts(), command),
        }),
      );
    });
}

/** The commands below one word, or the program itself, each made of its data. */
export function addChangeCommands(
  parent: Command,
  finish: Finish,
  all: readonly ChangeCommand[],
): void {
  for (const data of all) addChangeCommand(parent, finish, data);
}
