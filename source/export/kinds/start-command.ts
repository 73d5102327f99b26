import type {Check} from '../../checks/checks-file.ts';
import {readSshPrefix} from '../../checks/process/ssh-prefix.ts';
import {standaloneWords, type Command} from '../../checks/process/shell-line.ts';
import type {Quoting} from '../quoting.ts';

/** As the engine calls ssh: it never asks for anything. */
const unattended = ['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10'];

/** The command's own words for `run`, which starts with what belongs to `env`. */
function wordsHere({command, environment = {}}: Command, {word}: Quoting): string[] {
  const settings = Object.entries(environment).map(([name, value]) => word(`${name}=${value}`));
  const words = typeof command === 'string' ? ['/bin/sh', '-c', command] : command;
  return [...settings, ...words.map(word)];
}

/** The lines that run a command of a check, here or behind its `on`. */
export function startCommand(
  {on}: Pick<Check, 'on'>,
  command: Command,
  quoting: Quoting,
): string[] {
  const {word} = quoting;
  if (on === undefined) return [`run ${wordsHere(command, quoting).join(' ')} || return 0`];
  const words = standaloneWords(command).map(word);
  const ssh = readSshPrefix(on);
  if (!ssh) return [`run ${[...on.map(word), ...words].join(' ')} || return 0`];
  const start = [...ssh.start, ...unattended, ssh.destination].map(word);
  const line = `"$(remote ${[...ssh.rest.map(word), ...words].join(' ')})"`;
  return [
    `run ${start.join(' ')} ${line} || return 0`,
    `connected ${word(ssh.destination)} || return 0`,
  ];
}

/** The folder in which a check's commands start and from which its paths are. */
export function hereLine(place: string, cwd: string | undefined, {word}: Quoting): string {
  if (cwd === undefined) return `_here=${place}`;
  return cwd.startsWith('/') ? `_here=${word(cwd)}` : `_here=${place}/${word(cwd)}`;
}
