import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {canRunCommands} from '../../programs/can-run-commands.ts';
import {editorCommand} from '../editor-command.ts';
import {broken, good, note, type Finding} from './one-finding.ts';

/** What each program is for; the program itself runs without any of them. */
const uses: Readonly<Record<string, string>> = {
  git: 'the commit of a playbook, and your name on the first start',
  ssh: 'checks and discovery on another host',
  'ssh-keygen': 'signing an archive and looking at a signature',
  kubectl: 'checks and discovery in a cluster',
  helm: 'discovery in charts',
  goss: 'checks that are a gossfile',
};

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Where a program is that would be started by this name; nothing where there is none. */
function findProgram(name: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  const folders = /[/\\]/.test(name) ? [''] : (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find(isProgram);
}

function shell(): Finding {
  return isProgram('/bin/sh')
    ? good('shell', '/bin/sh')
    : broken(
        'shell',
        'there is no /bin/sh, in which commands of checks and runbooks run',
        'Install one (package dash).',
      );
}

/** A program that a person named in the environment, or that is taken where they did not. */
function chosen(what: string, name: string, variable: string | undefined): Finding {
  const file = findProgram(name);
  if (file !== undefined) return good(what, file);
  return variable === undefined
    ? note(
        what,
        `there is no ${name}, and no other is named`,
        `Name yours in $${what.toUpperCase()}.`,
      )
    : broken(
        what,
        `$${variable} names ${name}, which is not there`,
        `Install it, or set $${variable}.`,
      );
}

function editor(env: NodeJS.ProcessEnv): Finding {
  const variable = ['VISUAL', 'EDITOR'].find((name) => env[name]?.trim());
  try {
    return chosen('editor', editorCommand(env)[0], variable);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return broken('editor', error.message, error.hint ?? '');
  }
}

function pager(env: NodeJS.ProcessEnv): Finding {
  const named = env['PAGER']?.trim();
  return chosen('pager', named?.split(/\s/)[0] ?? 'less', named ? 'PAGER' : undefined);
}

/** The programs that this one starts when it is asked to. None is started to find out. */
export function lookAtPrograms(env: NodeJS.ProcessEnv = process.env): readonly Finding[] {
  const others = Object.entries(uses).map(([name, use]) => {
    const file = findProgram(name);
    return file === undefined
      ? note(name, 'not on PATH', `Needed for ${use}; without that, nothing is to be done.`)
      : good(name, file);
  });
  return [...(canRunCommands() ? [shell()] : []), editor(env), pager(env), ...others];
}
