import type {Binding} from '../keys/binding.ts';

export const title = 'A kit that was received';

export const receiverBindings = {
  read: {
    keys: ['enter'],
    label: 'read',
    help: 'Read a document or a runbook, see the checks, begin a task, answer a question.',
  },
  runChecks: {
    keys: ['r'],
    label: 'run them',
    help: 'Run the checks on this machine, once you have seen what they do and trusted them.',
  },
  unaided: {keys: ['1'], label: 'did it alone', help: 'You performed the task without help.'},
  prompted: {
    keys: ['2'],
    label: 'had to ask',
    help: 'You performed the task, and had to be told something that the runbook lacks.',
  },
  failed: {keys: ['3'], label: 'failed', help: 'The task did not succeed.'},
  ask: {keys: ['a'], label: 'ask', help: 'Ask those who handed it over.'},
  decide: {
    keys: ['s'],
    label: 'accept or decline',
    help: 'Accept it, with conditions or without, or decline.',
  },
  write: {
    keys: ['w'],
    label: 'write the answer',
    help: 'Write all that you did into one file, to send, signed with a key of yours or not.',
  },
  undo: {
    keys: ['u'],
    label: 'undo',
    help: 'Bring back what you typed and left, or take back the last thing that you answered.',
  },
} as const satisfies Record<string, Binding>;
