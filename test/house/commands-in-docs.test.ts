import {Command, CommanderError} from 'commander';
import {describe, expect, it} from 'vitest';
import {addGlobalOptions} from '../../source/commands/global-options.ts';
import {commands} from '../../source/commands/registry.ts';
import {codeIn, columnOf, pageFiles, readPage, rowsIn} from './docs-pages.ts';

/** The program with all its commands, none of which does anything. */
function emptyProgram(): Command {
  const program = addGlobalOptions(
    new Command('handoff-wizard').exitOverride().version('0.0.0', '-V, --version'),
  );
  program.configureOutput({writeErr: () => undefined, writeOut: () => undefined});
  for (const add of commands) add(program, () => undefined);
  for (const command of below(program)) command.action(() => undefined);
  return program;
}

/** Every command below another, those of commands included. */
function below(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...below(child)]);
}

function nameOf(command: Command): string {
  const parent = command.parent?.parent ? `${nameOf(command.parent)} ` : '';
  return parent + command.name();
}

function optionsOf(command: Command): string[] {
  const own = command.options.flatMap(({long}) => long ?? []);
  return command.parent ? [...own, ...optionsOf(command.parent)] : [...own, '--help'];
}

const all = new Map(below(emptyProgram()).map((command) => [nameOf(command), optionsOf(command)]));
const names = [...all.keys()];
const everyOption = new Set([...all.values()].flat());

/** The words of a line as a shell has them, up to what redirects or follows. */
function wordsOf(line: string): string[] {
  const words = line.matchAll(/"[^"]*"|'[^']*'|[^\s"'#;|<>&]+(?:\|[^\s|]+)*|[#;|<>&]/g);
  const found: string[] = [];
  for (const [word] of words) {
    if (/^[#;|<>&]$/.test(word)) break;
    found.push(word.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return found;
}

/** A usage as a page writes it, `item ITEM done|open` or `resume [ID]`, as one that can be parsed. */
function exampleOf(usage: string): string[] {
  return wordsOf(usage.replaceAll(/[[\]…]/g, '')).map((word) => word.replace(/\|.*/, ''));
}

/** The command that code begins with, by its name. */
function commandIn(code: string): string | undefined {
  const [first = '', second = ''] = exampleOf(code.replace(/^handoff-wizard /, ''));
  return [`${first} ${second}`, first].find((name) => all.has(name));
}

/** The arguments where code is an example of this program, and not just the name of a command. */
function argumentsIn(code: string): string[] | undefined {
  const [first, ...rest] = exampleOf(code);
  if (first === 'handoff-wizard') return rest;
  const name = commandIn(code);
  const isExample = name !== undefined && code !== name && (name.includes(' ') || / --/.test(code));
  return isExample ? exampleOf(code) : undefined;
}

/** Why the program does not take these arguments, or nothing. */
function complaint(args: readonly string[]): string | undefined {
  try {
    emptyProgram().parse(args, {from: 'user'});
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? undefined : error.message;
  }
}

const pages = pageFiles.map((file) => ({file, page: readPage(file)}));

function optionNames(code: string): string[] {
  return code.match(/(?<!\S)--[a-z][a-z-]*/g) ?? [];
}

describe.each(pages)('$file', ({page}) => {
  it('every example is one that the program takes', () => {
    const wrong = codeIn(page).flatMap((code) => {
      const args = argumentsIn(code);
      const why = args && args.length > 0 ? complaint(args) : undefined;
      return why === undefined ? [] : [`${code}: ${why}`];
    });
    expect(wrong).toEqual([]);
  });

  it('every option that stands by itself is one of the program', () => {
    const named = codeIn(page)
      .filter((code) => code.startsWith('--'))
      .flatMap(optionNames);
    expect(named.filter((option) => !everyOption.has(option))).toEqual([]);
  });

  it('every option in the row of a command is one of that command', () => {
    const wrong = rowsIn(page).flatMap((row) => {
      const [first] = row.flatMap((code) => commandIn(code) ?? []);
      const known = new Set(row.flatMap((code) => all.get(commandIn(code) ?? '') ?? []));
      const named = first === undefined ? [] : row.flatMap(optionNames);
      return named.filter((option) => !known.has(option)).map((name) => `${first} ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});

it('every row in the table of README begins with a command', () => {
  const named = columnOf(readPage('README.md'), 'command');
  const unknown = named.filter((code) => code !== 'handoff-wizard' && !commandIn(code));
  expect(named.length).toBeGreaterThan(names.length / 2);
  expect(unknown).toEqual([]);
});

it('every command is named in README or docs', () => {
  const code = pages
    .flatMap(({page}) => codeIn(page))
    .map((text) => text.replace(/^handoff-wizard /, ''));
  const missing = names.filter((name) => !code.some((text) => `${text} `.startsWith(`${name} `)));
  expect(missing, 'Give each a line in the table of README.md').toEqual([]);
});
