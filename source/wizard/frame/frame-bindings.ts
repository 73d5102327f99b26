import type {Binding} from '../keys/binding.ts';

export const title = 'Everywhere';

export const frameBindings = {
  help: {keys: ['?'], label: 'all keys', help: 'Show all keys of this screen.'},
  closeHelp: {keys: ['escape', '?', 'q'], label: 'close', help: 'Leave the help.'},
  palette: {keys: [':'], label: 'commands', help: 'Find a command by its name.'},
  back: {keys: ['escape'], label: 'back', help: 'Go back.'},
  interrupt: {
    keys: ['ctrl+c'],
    label: 'quit',
    help: 'Leave from anywhere. Pressed again, it ends at once what still runs.',
  },
  quit: {keys: ['q'], label: 'quit', help: 'Leave. Everything is saved already.'},
  redraw: {
    keys: ['ctrl+l'],
    label: 'draw again',
    help: 'Draw everything again, where something else has written on the screen.',
  },
  suspend: {
    keys: ['ctrl+z'],
    label: 'suspend',
    help: 'Go back to the shell for a while; "fg" brings the wizard back.',
  },
} as const satisfies Record<string, Binding>;
