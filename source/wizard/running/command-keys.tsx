import {commandsOf} from '../../handoff/runs/item-commands.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';
import type {KeyLayer} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {askWhich, chooseRun} from './choose-commands.ts';
import {commandBindings} from './command-bindings.ts';
import {ItemRunScreen} from './item-run.tsx';

async function run(view: View, item: Item, commands: readonly ItemCommand[]): Promise<void> {
  const chosen = await chooseRun(view.ask, item, commands);
  if (chosen)
    view.open((now, close) => <ItemRunScreen view={now} chosen={chosen} onClose={close} />);
}

async function copy(view: View, commands: readonly ItemCommand[]): Promise<void> {
  const chosen = await askWhich(view.ask, commands, {
    label: 'Copy which command',
    hint: 'Your terminal is asked to take it to its clipboard.',
  });
  if (chosen) view.copy(chosen.map(({text}) => text).join('\n'));
}

/** The keys that run and copy the commands of an item; none where it has none. */
export function commandKeys(view: View, item: Item): KeyLayer {
  const all = commandsOf(view.handoff, item.id);
  const [first] = all;
  if (!first) return [];
  const runnable = all.filter(({foreign}) => foreign === undefined);
  return [
    {
      binding: commandBindings.runCommands,
      run: () => void run(view, item, runnable),
      isPrimary: true,
      label: all.length === 1 ? 'run its command' : commandBindings.runCommands.label,
      ...(runnable.length === 0
        ? {
            offBecause: `It is for ${first.foreign}, and only commands of a shell are run. y copies it.`,
          }
        : {}),
    },
    {
      binding: commandBindings.copyCommands,
      run: () => void copy(view, all),
    },
  ];
}
