import {existsSync} from 'node:fs';
import {parse, type ParseEntry} from 'shell-quote';
import {Problem} from '../../problem.ts';

/** A program with its arguments. */
export type Words = readonly [program: string, ...args: string[]];

function textOf(entry: ParseEntry): string | undefined {
  if (typeof entry === 'string') return entry;
  return 'pattern' in entry ? entry.pattern : undefined;
}

/**
 * A program with its arguments, as a shell reads a line.
 *
 * @param where what names it, such as `$EDITOR`
 * @throws {Problem} for what only a shell can do, such as a pipe.
 */
export function programWords(line: string, where: string, env: NodeJS.ProcessEnv): Words {
  // A path with blanks that nobody has quoted.
  if (/\s/.test(line) && existsSync(line)) return [line];
  const words = parse(line, (name) => env[name] ?? '').map(textOf);
  const [program, ...args] = words;
  if (program === undefined || program === '' || args.includes(undefined))
    throw new Problem(
      `${where} is no program with its arguments: ${line}`,
      'Put what it does into a script, and name that.',
    );
  return [program, ...args.filter((word) => word !== undefined)];
}
