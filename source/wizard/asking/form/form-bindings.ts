import type {Binding} from '../../keys/binding.ts';

export const title = 'In a form';

export const formBindings = {
  saveForm: {keys: ['ctrl+s'], label: 'save', help: 'Save from any field.'},
  discard: {
    keys: ['ctrl+g'],
    label: 'discard',
    help: 'Go back and forget what was typed; u brings it back.',
  },
  fieldNotApplicable: {
    keys: ['ctrl+n'],
    label: 'not applicable',
    help: 'Say why the field does not apply, or that it does.',
  },
  nextField: {keys: ['tab', 'down'], label: 'next field', help: 'Go to the next field.'},
  previousField: {
    keys: ['shift+tab', 'up'],
    label: 'previous field',
    help: 'Go to the field before.',
  },
  pickNext: {
    keys: ['down'],
    label: 'choose',
    help: 'Choose the next of what is offered.',
  },
  pickBefore: {
    keys: ['up'],
    label: 'choose before',
    help: 'Choose the one before of what is offered.',
  },
  fieldAfter: {keys: ['tab'], label: 'next field', help: 'Go from a text to the next field.'},
  fieldBefore: {
    keys: ['shift+tab'],
    label: 'previous field',
    help: 'Go from a text to the field before.',
  },
} as const satisfies Record<string, Binding>;
