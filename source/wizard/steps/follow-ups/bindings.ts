import type {Binding} from '../../keys/binding.ts';

export const title = 'Open points';

export const followUpsBindings = {
  closeFollowUp: {
    keys: ['c'],
    label: 'close',
    help: 'Say what came of the open point and close it, or open it again.',
  },
} as const satisfies Record<string, Binding>;
