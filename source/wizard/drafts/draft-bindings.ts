import type {Binding} from '../keys/binding.ts';

export const title = 'What was found';

export const draftBindings = {
  takeDraft: {
    keys: ['space', 'x'],
    label: 'take',
    help: 'Mark what is selected to be taken, or not.',
  },
  takeAll: {
    keys: ['A'],
    label: 'take all',
    help: 'Mark everything that can be taken, or nothing.',
  },
  editDraft: {
    keys: ['enter'],
    label: 'edit, then take',
    help: 'Open what was found as a form; it is taken once that is saved.',
  },
  leaveDraft: {
    keys: ['n'],
    label: 'not wanted',
    help: 'Mark what is selected as not wanted: it is not offered again as long as it is found the same.',
  },
  writeDrafts: {
    keys: ['ctrl+s', 'w'],
    label: 'write',
    help: 'Write all that is marked at once; u takes it back.',
  },
  lookAgain: {keys: ['r'], label: 'look again', help: 'Look at the folder again.'},
  lookLive: {
    keys: ['L'],
    label: 'what runs',
    help: 'Ask this machine, or another host, what it runs. Each command is shown before it is run.',
    needsYes: true,
  },
} as const satisfies Record<string, Binding>;
