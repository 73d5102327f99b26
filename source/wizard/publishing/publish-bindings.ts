import type {Binding} from '../keys/binding.ts';

export const title = 'Sending to trackers, CRM and wikis';

export const publishBindings = {
  openPublishing: {
    keys: ['s'],
    label: 'send it',
    help: 'Show exactly what would be sent to trackers, CRM and wikis, and send it after that.',
  },
  sendShown: {
    keys: ['enter'],
    label: 'send exactly this',
    help: 'Send what is shown, and try what waits in the outbox.',
  },
  trustTargets: {
    keys: ['T'],
    label: 'trust the targets file',
    help: 'Allow exactly this content of the targets file to say where something is sent.',
    needsYes: true,
  },
  closePublishing: {keys: ['escape', 'q'], label: 'back', help: 'Go back; nothing is sent.'},
} as const satisfies Record<string, Binding>;
