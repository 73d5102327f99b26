import type {Binding} from '../keys/binding.ts';

export const title = 'Colleagues';

export const colleagueBindings = {
  colleagues: {
    keys: ['Y'],
    label: 'colleagues',
    help: 'Sync or share the handoff, list what colleagues did, choose an answer, and pass it on: each in one key.',
  },
  syncNow: {
    keys: ['1'],
    label: 'sync',
    help: 'Take in what colleagues have shared, and give them yours, with your own git.',
  },
  chooseAnswer: {
    keys: ['2'],
    label: 'choose an answer',
    help: 'Choose where colleagues who worked apart have answered one thing in several ways.',
  },
  passOn: {
    keys: ['3'],
    label: 'pass on',
    help: 'Name the engineer who is responsible from now on, and write them the engineer handover.',
  },
} as const satisfies Record<string, Binding>;
