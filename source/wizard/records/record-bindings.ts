import type {Binding} from '../keys/binding.ts';

export const title = 'On a row of a table';

export const recordBindings = {
  addRecord: {keys: ['a'], label: 'add a row', help: 'Add a row to the table of the item.'},
  addFirstRecord: {
    keys: ['enter', 'a'],
    label: 'add a row',
    help: 'Add a row to the table of the item.',
  },
  editRecord: {keys: ['enter'], label: 'edit', help: 'Change the fields of the selected row.'},
  removeRecord: {keys: ['D'], label: 'remove', help: 'Remove the selected row.', needsYes: true},
} as const satisfies Record<string, Binding>;
