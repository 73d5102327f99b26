import type {Binding} from '../../keys/binding.ts';

export const title = 'On an item';

export const itemBindings = {
  confirm: {
    keys: ['enter'],
    label: 'done, go on',
    help: 'Mark the item done and go on to the next open one.',
  },
  goOn: {
    keys: ['enter'],
    label: 'go on',
    help: 'Go on to the next open item, or to the next step where none is open.',
  },
  goThere: {
    keys: ['enter'],
    label: 'go there',
    help: 'Say what the item waits for, and go there.',
  },
  toggle: {keys: ['space', 'x'], label: 'tick', help: 'Mark the item done, or open it again.'},
  notApplicable: {
    keys: ['n'],
    label: 'not applicable',
    help: 'Say why the item does not apply here.',
  },
  note: {
    keys: ['t'],
    label: 'note',
    help: 'Write an internal note; it never reaches the customer.',
  },
  owner: {keys: ['o'], label: 'owner', help: 'Name the person who has the item.'},
  due: {keys: ['d'], label: 'due', help: 'Set the day by which the item must be settled.'},
  evidence: {keys: ['e'], label: 'evidence', help: 'Add a link to evidence.'},
  audience: {
    keys: ['I'],
    label: 'internal',
    help: 'Keep the selected line from the customer, or let them read it.',
  },
  add: {
    keys: ['A'],
    label: 'add an item',
    help: 'Add an item behind this one, in this handoff alone.',
  },
  remove: {
    keys: ['D'],
    label: 'remove',
    help: 'Remove an item that was added in this handoff.',
    needsYes: true,
  },
  goToSource: {
    keys: ['enter'],
    label: 'go to source',
    help: 'Go to where the selected line is settled.',
  },
} as const satisfies Record<string, Binding>;
