import type {Binding} from '../../keys/binding.ts';

export const title = 'Sign-off';

export const signOffBindings = {
  signOff: {
    keys: ['enter', 's'],
    label: 'sign off',
    help: 'Record a decision of the receiver.',
    needsYes: true,
  },
  signOffWay: {
    keys: ['h'],
    label: 'how it came',
    help: 'Say how a decision came: in person, by mail, in a ticket or a file, and where it is.',
  },
} as const satisfies Record<string, Binding>;
