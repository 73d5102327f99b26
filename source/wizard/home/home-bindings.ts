import type {Binding} from '../keys/binding.ts';

export const title = 'Home';

export const homeBindings = {
  open: {keys: ['enter'], label: 'open', help: 'Open the selected handoff.'},
  newHandoff: {keys: ['n'], label: 'new handoff', help: 'Start a new handoff.'},
  sample: {keys: ['s'], label: 'sample system', help: 'Look at a sample system with a handoff.'},
} as const satisfies Record<string, Binding>;
