import {ownNameProblem} from '../../handoff/people/own-name.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {readSettings} from '../../store/settings/settings.ts';
import {readIdentity, type Identity} from '../../services/identity.ts';
import {print, printJson} from '../print.ts';
import {oneLine} from '../../services/one-line.ts';
import {calendarLines, calendarIn} from './set-calendar.ts';
import {lookLines} from './set-look.ts';
import {playbookLines} from './set-playbooks.ts';
import {saveName} from '../../services/save-name.ts';

/** How a name is known that nobody has said. */
const nameFrom: Readonly<Record<Identity['from'], string>> = {
  settings: '',
  git: ' (as git has it)',
  login: ' (the login name)',
  account: ' (an account: "handoff-wizard settings name NAME" says who you are)',
};

/** Prints the settings of this person on this machine. */
export async function showSettings({json = false}: {readonly json?: boolean}): Promise<number> {
  const home = storeHome();
  const settings = readSettings(home);
  const {trusted, theme, plainSigns, playbooks, playbook} = settings;
  const calendar = calendarIn(settings);
  const {name, from} = await readIdentity(home);
  if (json) {
    printJson({name, nameFrom: from, ...calendar, theme, plainSigns, playbooks, playbook, trusted});
    return 0;
  }
  const files = trusted.length === 1 ? '1 file' : `${trusted.length} files`;
  print(
    [
      `Name: ${name}${nameFrom[from]}`,
      ...calendarLines(calendar),
      ...lookLines(settings),
      ...playbookLines(settings),
      `Trusted checks: ${files}`,
    ].join('\n'),
  );
  return 0;
}

/**
 * Sets the name under which this person acts. What they have entered before stays their own: at once
 * where no name was known until now, and with `was`, where one was.
 *
 * @throws {Problem} for a name that is none; nothing changes.
 */
export async function setName(
  text: string,
  {was}: {readonly was?: string | undefined} = {},
): Promise<number> {
  const name = oneLine(text);
  const problem = ownNameProblem(name);
  if (problem !== undefined)
    throw new Problem(problem, 'Write it as "handoff-wizard settings name NAME".');
  const {before, renamed} = await saveName(storeHome(), name, was);
  print(`You act as ${name} from now on.`);
  const {done, left} = renamed;
  if (done.length > 0)
    print(`What was entered as "${was ?? before.name}" is yours: ${done.join(', ')}.`);
  for (const {id, why} of left) print(`${id} was left as it is: ${why}.`);
  if (before.from === 'settings' && before.name !== name && was === undefined)
    print(
      `What was entered as "${before.name}" stays theirs. If that was you: handoff-wizard settings name "${name}" --was "${before.name}"`,
    );
  return 0;
}
