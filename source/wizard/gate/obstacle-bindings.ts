import type {Binding} from '../keys/binding.ts';

export const title = 'What blocks me';

export const obstacleBindings = {
  fillIn: {
    keys: ['f'],
    label: 'fill in',
    help: 'Type what the selected line lacks; then the next one is selected.',
  },
  waive: {
    keys: ['w'],
    label: 'waive',
    help: 'Accept that this is missing: with a reason, an approver and an end.',
  },
  endPart: {
    keys: ['e'],
    label: 'end this part',
    help: 'End this part of the session and plan the next one.',
    needsYes: true,
  },
} as const satisfies Record<string, Binding>;
