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
  askQuestion: {
    keys: ['enter', 's'],
    label: 'ask',
    help: 'Ask the selected question; say who answered and how well it was known.',
  },
  known: {keys: ['1'], label: 'known', help: 'They knew the answer, in their own words.'},
  knownWithHelp: {
    keys: ['2'],
    label: 'with help',
    help: 'They knew it with help. It is asked again at a check-in.',
  },
  notKnown: {
    keys: ['3'],
    label: 'not known',
    help: 'They did not know it. Teach it, and it is asked again at a check-in.',
  },
  failed: {keys: ['3'], label: 'failed', help: 'It did not work. Say why.'},
} as const satisfies Record<string, Binding>;
