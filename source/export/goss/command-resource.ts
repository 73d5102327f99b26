import type {Check} from '../../checks/checks-file.ts';
import type {CommandSpec} from '../../checks/kinds/command/command.ts';
import {shellWord, typedCommand} from '../../checks/kinds/typed-command.ts';
import {readSshPrefix} from '../../checks/process/ssh-prefix.ts';
import {shellLine, standaloneWords} from '../../checks/process/shell-line.ts';
import {numberMatcher, textPatterns} from './matchers.ts';
import {attributesOf, refuse, type Writer} from './resource.ts';

function commandLine({folder, on}: Check, {run, cwd, env = {}}: CommandSpec): string {
  if (on) {
    const words = standaloneWords({command: run, cwd, environment: env});
    const ssh = readSshPrefix(on);
    return ssh
      ? shellLine([
          ...ssh.start,
          '-T',
          '-o',
          'BatchMode=yes',
          ssh.destination,
          shellLine([...ssh.rest, ...words]),
        ])
      : shellLine([...on, ...words]);
  }
  const settings = Object.entries(env).map(
    ([name, value]) => `export ${name}=${shellWord(value)}; `,
  );
  const place = cwd === undefined ? folder : cwd.startsWith('/') ? cwd : `${folder}/${cwd}`;
  return `cd ${shellWord(place)} || exit 127; ${settings.join('')}${typedCommand(run)}`;
}

export const command: Writer = (check, claims, quoting) => {
  const spec = check.spec as CommandSpec;
  // goss puts a value into the file as text, which is right only where no quotes stand round it.
  const {run, ...others} = spec;
  const quoted = JSON.stringify([
    typeof run === 'string' && !check.on ? '' : run,
    others,
    check.on,
  ]);
  if (quoting.hasReference(quoted))
    refuse('a value of the environment as a word of its own in a command');
  const attributes = attributesOf(claims, {
    exit(statement, found) {
      found['exit-status'] = numberMatcher(statement);
    },
    stdout(statement, found) {
      found['stdout'] = textPatterns(statement, quoting);
    },
    stderr(statement, found) {
      found['stderr'] = textPatterns(statement, quoting);
    },
  });
  if (attributes['exit-status'] === undefined) refuse('a command whose exit code does not matter');
  return {
    section: 'command',
    key: check.name,
    attributes: {exec: commandLine(check, spec), ...attributes, timeout: Math.round(check.timeout)},
  };
};
