import type {Binding} from '../../keys/binding.ts';

export const title = 'Transition';

export const transitionBindings = {
  addContact: {
    keys: ['a'],
    label: 'add contact',
    help: 'Log a contact with the customer, such as a check-in held today.',
  },
  extendTransition: {
    keys: ['x'],
    label: 'extend',
    help: 'Move the last day of the transition, with the reason.',
  },
  goToChecks: {
    keys: ['r'],
    label: 'to the checks',
    help: 'Go to the checks, to run them again.',
  },
} as const satisfies Record<string, Binding>;
