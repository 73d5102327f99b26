import type {Binding} from '../../keys/binding.ts';

export const title = 'Demonstrations';

export const demonstrationsBindings = {
  startDemonstration: {
    keys: ['enter', 's'],
    label: 'start',
    help: 'Have the selected task performed; the clock starts.',
  },
  unaided: {keys: ['1'], label: 'unaided', help: 'It worked, without a word from you.'},
  prompted: {
    keys: ['2'],
    label: 'prompted',
    help: 'It worked with help. Say what they had to be told.',
  },
  failed: {keys: ['3'], label: 'failed', help: 'It did not work. Say why.'},
} as const satisfies Record<string, Binding>;
