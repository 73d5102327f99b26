import type {Binding} from '../keys/binding.ts';

export const title = 'A new version of the playbook';

export const versionBindings = {
  takeOver: {
    keys: ['enter', 't'],
    label: 'take it over',
    help: 'Go on with the playbook as its file is now; what was said of an item stays with it.',
  },
} as const satisfies Record<string, Binding>;
