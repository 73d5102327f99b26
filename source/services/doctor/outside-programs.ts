import {Problem} from '../../problem.ts';
import {canRunCommands} from '../../programs/can-run-commands.ts';
import {chosenSetting} from '../../store/settings/chosen-setting.ts';
import {storeHome} from '../../store/store-home.ts';
import {editorCommand, namedBy} from '../own-programs/editor-command.ts';
import {pagerCommand} from '../own-programs/pager-command.ts';
import {findProgram, isProgram} from '../own-programs/find-program.ts';
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

function shell(): Finding {
  return isProgram('/bin/sh')
    ? good('shell', '/bin/sh')
    : broken(
        'shell',
        'there is no /bin/sh, in which commands of checks and runbooks run',
        'Install one (package dash).',
      );
}

/** A program that a person named, or that is taken where they did not. */
function chosen(
  setting: 'editor' | 'pager',
  command: (env: NodeJS.ProcessEnv) => readonly string[] | undefined,
  env: NodeJS.ProcessEnv,
): Finding {
  try {
    const [name] = command(env) ?? [];
    if (name === undefined) return good(setting, 'none, as you have it');
    const file = findProgram(name);
    if (file !== undefined) return good(setting, file);
    const {from, variable} = chosenSetting(storeHome(env), setting, env);
    const mend = `handoff-wizard config set ${setting} PROGRAM`;
    return from === 'default'
      ? note(setting, `there is no ${name}, and no other is named`, `Name yours: ${mend}`)
      : broken(
          setting,
          `${namedBy(setting, variable)} names ${name}, which is not there`,
          `Install it, or name another: ${mend}`,
        );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return broken(setting, error.message, error.hint ?? '');
  }
}

/** The programs that this one starts when it is asked to. None is started to find out. */
export function lookAtPrograms(env: NodeJS.ProcessEnv = process.env): readonly Finding[] {
  const others = Object.entries(uses).map(([name, use]) => {
    const file = findProgram(name);
    return file === undefined
      ? note(name, 'not on PATH', `Needed for ${use}; without that, nothing is to be done.`)
      : good(name, file);
  });
  return [
    ...(canRunCommands() ? [shell()] : []),
    chosen('editor', editorCommand, env),
    chosen('pager', pagerCommand, env),
    ...others,
  ];
}
