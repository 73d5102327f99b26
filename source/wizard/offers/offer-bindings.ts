import type {Binding} from '../keys/binding.ts';

export const title = 'On an offered row';

export const offerBindings = {
  takeOffer: {
    keys: ['space', 'x'],
    label: 'take',
    help: 'Take the offered row as it is. What it lacks, such as a day, is asked for.',
  },
  editOffer: {
    keys: ['enter'],
    label: 'look, then take',
    help: 'Open the offered row as a form; it is taken once that is saved.',
  },
  takeOffers: {
    keys: ['A'],
    label: 'take all offered',
    help: 'Take all rows that are offered for the item.',
  },
} as const satisfies Record<string, Binding>;
