import type {Binding} from '../keys/binding.ts';

export const title = 'In a list';

export const listBindings = {
  up: {keys: ['up', 'k'], label: 'up', help: 'Move up one line.'},
  down: {keys: ['down', 'j'], label: 'down', help: 'Move down one line.'},
  pageUp: {keys: ['pageup'], label: 'page up', help: 'Move up a page.'},
  pageDown: {keys: ['pagedown'], label: 'page down', help: 'Move down a page.'},
  first: {keys: ['home', 'g'], label: 'top', help: 'Move to the first line.'},
  last: {keys: ['end', 'G'], label: 'bottom', help: 'Move to the last line.'},
} as const satisfies Record<string, Binding>;
