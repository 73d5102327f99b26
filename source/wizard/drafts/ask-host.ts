import {typedCommand} from '../../checks/kinds/typed-command.ts';
import {plural} from '../../playbook/count-words.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {confirm} from '../asking/confirm.ts';
import {wrapLines} from '../list/line.ts';
import type {View} from '../view.ts';

/** A host that can be asked what it runs. */
export interface RunningHost {
  /** As it is named to people. */
  readonly name: string;
  /** What leads there; nothing for this machine. */
  readonly on?: readonly string[];
}

const here: RunningHost = {name: 'this machine'};

/** The hosts that the checks of the handoff name, and this machine. */
async function knownHosts(view: View): Promise<RunningHost[]> {
  const found = await view.services.readChecks(view.live);
  const checks = 'file' in found ? found.file.checks : [];
  const hosts = checks.flatMap(({on}): RunningHost[] =>
    on === undefined ? [] : [{name: typedCommand(on), on}],
  );
  return [here, ...new Map(hosts.map((host) => [host.name, host])).values()];
}

/** Which host is asked: offered are this machine and those of the checks. Nothing when it was left. */
export async function chooseHost(view: View): Promise<RunningHost | undefined> {
  const hosts = await knownHosts(view);
  const answer = await view.ask({
    label: 'Whom to ask what runs',
    hint: 'Or what leads to another host, such as ssh shop-1. Each command is shown first.',
    enter: 'choose',
    offers: hosts.map(({name}) => ({value: name})),
    takesFirst: true,
  });
  if (answer === undefined) return undefined;
  const typed = answer.trim();
  return hosts.find(({name}) => name === typed) ?? {name: typed, on: typed.split(/\s+/u)};
}

/** Shows exactly what would be run on a host; true after a typed yes. */
export async function agreesToCommands(view: View, commands: readonly string[]): Promise<boolean> {
  return confirm(view.ask, {
    label: `Run ${plural(commands.length, 'command')}`,
    hint: 'They only look.',
    about: {
      title: 'These would run',
      lines: (width) => commands.flatMap((one) => wrapLines(showControls(one), width, 'accent')),
    },
  });
}
