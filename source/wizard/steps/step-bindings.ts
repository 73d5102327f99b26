import type {Binding} from '../keys/binding.ts';

export const title = 'In a step';

export const stepBindings = {
  previousStep: {
    keys: ['left', '['],
    label: 'previous step',
    help: 'Go to the step before.',
  },
  nextStep: {keys: ['right', ']'], label: 'next step', help: 'Go to the step after.'},
  otherPane: {
    keys: ['tab', 'shift+tab'],
    label: 'other pane',
    help: 'Go from the list to what is known of the selected line, to scroll it, or back.',
  },
  fillScreen: {
    keys: ['z'],
    label: 'fill the screen',
    help: 'Give the list, or what is known of the selected line, the whole screen, or take it back.',
  },
  backToList: {keys: ['escape'], label: 'to the list', help: 'Go back to the list.'},
  stop: {keys: ['escape'], label: 'stop', help: 'Stop what is running.'},
  blockers: {keys: ['b'], label: 'what blocks me', help: 'List what stands in the way.'},
  find: {
    keys: ['/'],
    label: 'find',
    help: 'Find an item, a row, a check, a note, an open point or a command, and go there.',
  },
  size: {
    keys: ['S'],
    label: 'how much to ask',
    help: 'Say how large the system is. A smaller one is asked for less, and what is there stays.',
  },
  playbook: {
    keys: ['P'],
    label: 'new version',
    help: 'Show what in the file of the playbook has changed, to take it over.',
  },
  look: {
    keys: ['F'],
    label: 'look at what is deployed',
    help: 'Read the workspace, and offer what is found there as rows, runbooks and checks.',
  },
  answers: {
    keys: ['J'],
    label: 'choose an answer',
    help: 'Show what colleagues who worked apart have answered in several ways, and choose.',
  },
  undo: {keys: ['u'], label: 'undo', help: 'Take back your last change.'},
  redo: {keys: ['U', 'ctrl+r'], label: 'redo', help: 'Put back what undo took away.'},
} as const satisfies Record<string, Binding>;
