import type {Binding} from '../../keys/binding.ts';

export const title = 'Session plan';

export const planBindings = {
  planSession: {keys: ['enter'], label: 'change', help: 'Change the selected line of the plan.'},
  invitation: {keys: ['i'], label: 'invitation', help: 'Show the text of the invitation.'},
  writeInvitation: {
    keys: ['p'],
    label: 'write it out',
    help: 'Write the invitation into the folder of the documents.',
  },
} as const satisfies Record<string, Binding>;
