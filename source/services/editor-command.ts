import {existsSync} from 'node:fs';
import {parse, type ParseEntry} from 'shell-quote';
import {Problem} from '../problem.ts';

type Words = readonly [program: string, ...args: string[]];

function textOf(entry: ParseEntry): string | undefined {
  if (typeof entry === 'string') return entry;
  return 'pattern' in entry ? entry.pattern : undefined;
}

/**
 * The editor that $VISUAL, else $EDITOR names, with its arguments, as a shell reads them; vi where
 * neither names one.
 *
 * @throws {Problem} for what only a shell can do, such as a pipe.
 */
export function editorCommand(env: NodeJS.ProcessEnv = process.env): Words {
  const variable = ['VISUAL', 'EDITOR'].find((name) => env[name]?.trim());
  const line = variable === undefined ? 'vi' : (env[variable] ?? '').trim();
  // A path with blanks that nobody has quoted.
  if (/\s/.test(line) && existsSync(line)) return [line];
  const words = parse(line, (name) => env[name] ?? '').map(textOf);
  const [program, ...args] = words;
  if (program === undefined || program === '' || args.includes(undefined))
    throw new Problem(
      `$${variable ?? 'EDITOR'} is no program with its arguments: ${line}`,
      'Put what it does into a script, and name that.',
    );
  return [program, ...args.filter((word) => word !== undefined)];
}
