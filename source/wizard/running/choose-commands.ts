import {showControls} from '../../redaction/strip-terminal.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';
import type {Placeholder} from '../../playbook/runnable/command-placeholders.ts';
import {isSecretName, prepareRun, type PreparedRun} from '../../services/running/prepare-run.ts';
import type {About, AskPerson} from '../asking/ask.ts';
import {truncate} from '../list/line.ts';
import {commandLines} from './output-lines.ts';

/** What a person has chosen to run. */
export interface ChosenRun {
  readonly item: Item;
  readonly commands: readonly ItemCommand[];
  readonly prepared: PreparedRun;
  readonly isChanging: boolean;
}

/** A command in a row of a choice; before it runs it is shown whole. */
function label({text}: ItemCommand): string {
  return truncate(showControls(text.replaceAll('\n', ' ')), 64);
}

/** Asks which of several commands is meant, or all; nothing where the question was left. */
export async function askWhich(
  ask: AskPerson,
  commands: readonly ItemCommand[],
  {label: question, hint}: {readonly label: string; readonly hint: string},
): Promise<readonly ItemCommand[] | undefined> {
  if (commands.length < 2) return commands;
  const answer = await ask({
    label: question,
    hint,
    choices: [
      {value: 'all', label: `All ${commands.length}, in their order`},
      ...commands.map((command, at) => ({value: String(at), label: label(command)})),
    ],
  });
  if (answer === undefined) return undefined;
  return answer === 'all' ? commands : commands.filter((_, at) => String(at) === answer);
}

function aboutRun({kept}: PreparedRun): About {
  return {title: 'This would run', lines: (width) => commandLines(kept, width)};
}

const hints: Readonly<Record<Placeholder['kind'], string>> = {
  blank: 'What it stands for in the command above.',
  variable: 'Your environment has no such variable. What it stands for in the command above.',
  secret: 'It was left out of the playbook. It is used for this run and written down nowhere.',
};

/** Asks for what has to be filled in, one after the other; nothing where a question was left. */
async function askFilling(
  ask: AskPerson,
  commands: readonly ItemCommand[],
): Promise<PreparedRun | undefined> {
  const values = new Map<string, string>();
  for (;;) {
    const prepared = prepareRun(commands, values);
    const [gap] = prepared.unfilled;
    if (!gap) return prepared;
    const isSecret = gap.kind === 'secret' || isSecretName(gap.name);
    const answer = await ask({
      label: gap.name,
      hint: isSecret ? hints.secret.replace(/^.*playbook\. /u, '') : hints[gap.kind],
      about: aboutRun(prepared),
      isSecret,
      enter: 'go on',
      problemWith: (text) =>
        text === '' ? 'Type what it stands for, or leave with Esc.' : undefined,
    });
    if (answer === undefined) return undefined;
    values.set(gap.name, answer);
  }
}

/** Asks whether it changes the system; the likelier answer stands first. */
async function askEffect(ask: AskPerson, prepared: PreparedRun): Promise<boolean | undefined> {
  const {changing} = prepared;
  const looks = {value: 'looks', label: 'It only looks'};
  const changes = {value: 'changes', label: 'It changes the system'};
  const answer = await ask({
    label: 'What it does',
    hint:
      changing === undefined
        ? 'What changes the system runs after a typed yes.'
        : `It looks as if it changed the system: ${changing}.`,
    about: aboutRun(prepared),
    choices: changing === undefined ? [looks, changes] : [changes, looks],
  });
  return answer === undefined ? undefined : answer === 'changes';
}

/** Asks all that has to be known before commands of an item can run; nothing where it was left. */
export async function chooseRun(
  ask: AskPerson,
  item: Item,
  runnable: readonly ItemCommand[],
): Promise<ChosenRun | undefined> {
  const commands = await askWhich(ask, runnable, {
    label: 'Run which command',
    hint: 'All of them run as one script, until the first that fails.',
  });
  const prepared = commands && (await askFilling(ask, commands));
  if (!prepared) return undefined;
  const isChanging = await askEffect(ask, prepared);
  return isChanging === undefined ? undefined : {item, commands, prepared, isChanging};
}
