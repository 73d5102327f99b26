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
  sayArrived: {
    keys: ['a'],
    label: 'say what arrived',
    help: 'Say of a sending that needs an answer, or was refused, whether it has arrived, is to be sent again, or is to be dropped.',
  },
  fetchIssues: {
    keys: ['f'],
    label: 'fetch',
    help: 'Look how the issues stand that open points became, and bring here what was closed or opened there.',
  },
  editTargets: {
    keys: ['e'],
    label: 'edit the targets file',
    help: 'Open the targets file in your editor, at its first mistake; where there is none, begin one from an example.',
  },
  trustTargets: {
    keys: ['T'],
    label: 'trust the targets file',
    help: 'Allow exactly this content of the targets file to say where something is sent.',
    needsYes: true,
  },
  closePublishing: {keys: ['escape', 'q'], label: 'back', help: 'Go back; nothing is sent.'},
} as const satisfies Record<string, Binding>;
