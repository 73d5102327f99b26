import type {Form} from '../assertions/forms.ts';
import {choicesOf} from '../schema/written-form.ts';

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'true or false',
  array: 'list',
  object: 'map',
};

/** What an assertion of a shape is called where a subject takes one. */
const shapeWords: Readonly<Record<string, string>> = {
  flag: 'true or false',
  json: 'any value',
};

function referred({$ref}: Form): string | undefined {
  const shape = typeof $ref === 'string' ? $ref.slice('#/$defs/'.length) : undefined;
  return shape === undefined ? undefined : (shapeWords[shape] ?? shape);
}

/** What may be written, in a word or two: its title, else the words of its choice or its type. */
export function formWords(form: Form): string {
  const {title, enum: words, type} = form;
  if (typeof title === 'string') return title;
  if (Array.isArray(words)) return words.join(', ');
  const known = referred(form);
  if (known !== undefined) return known;
  if (typeof type === 'string') return typeWords[type] ?? type;
  const choices = choicesOf(form).filter((one) => referred(one) !== 'variable');
  return choices.includes(form) ? 'anything' : [...new Set(choices.map(formWords))].join(' or ');
}
