import type {Binding} from '../keys/binding.ts';

export const title = 'When something is asked';

export const askBindings = {
  choose: {keys: ['enter'], label: 'choose', help: 'Take the selected line.'},
  save: {keys: ['enter'], label: 'save', help: 'Keep what was typed.'},
  takeOffered: {
    keys: ['down', 'tab'],
    label: 'those known',
    help: 'Go to the answers that are offered; Enter takes the one under the cursor.',
  },
} as const satisfies Record<string, Binding>;
