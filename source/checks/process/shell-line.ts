import {shellWord} from '../kinds/typed-command.ts';

/** A command as a kind of check orders it. */
export interface Command {
  /** A string goes to `/bin/sh -c`; a list is a program with its arguments, and no shell. */
  readonly command: string | readonly string[];
  /** Where it runs, relative to the folder of the checks file, or to where `on` leads. */
  readonly cwd?: string | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** A program with its arguments that does the same without a folder or environment given apart. */
export function standaloneWords({command, cwd, environment = {}}: Command): string[] {
  const words = typeof command === 'string' ? ['/bin/sh', '-c', command] : command;
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return [
    ...(cwd === undefined ? [] : ['/bin/sh', '-c', 'cd -- "$0" && exec "$@"', cwd]),
    ...(settings.length === 0 ? [] : ['env', ...settings]),
    ...words,
  ];
}

/** One text for a shell of another machine that runs exactly these words. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}
