import type {Binding} from '../keys/binding.ts';

export const title = 'Commands of an item';

export const commandBindings = {
  runCommands: {
    keys: ['r'],
    label: 'run its commands',
    help: 'Show what the commands of the item would run, and run it; what changes the system after a yes.',
    needsYes: true,
  },
  copyCommands: {
    keys: ['y'],
    label: 'copy',
    help: 'Copy the commands of the item, if the terminal allows it.',
  },
  runShownCommands: {
    keys: ['enter'],
    label: 'run exactly this',
    help: 'Run the commands of the item as they are shown.',
  },
  expectOutput: {
    keys: ['e'],
    label: 'what to expect',
    help: 'Say what the output has to show.',
  },
  keepRun: {
    keys: ['enter'],
    label: 'keep as evidence',
    help: 'Keep the run with its output as evidence of the item.',
  },
  keepAsFailed: {
    keys: ['n'],
    label: 'not as expected',
    help: 'Keep the run as one that did not show what it should.',
  },
} as const satisfies Record<string, Binding>;
