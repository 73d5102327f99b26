import {assertionWords, comparisons, type Shape} from './assertion.ts';

/** A piece of JSON Schema, draft 2020-12. */
export type Form = Readonly<Record<string, unknown>>;

/** A text with a variable in it, which may stand for anything. */
export const variableForm: Form = {type: 'string', pattern: String.raw`\$\{`};

const durationText = String.raw`^\s*[+-]?(\d+\.?\d*|\.\d+)\s*(ms|s|m|h|d)\s*$`;

/** A length of time with its unit. */
export const durationForm: Form = {
  anyOf: [{type: 'string', pattern: durationText, examples: ['500ms', '30s', '5m']}, variableForm],
};

const scalars: Readonly<Record<Shape, Form>> = {
  number: {type: ['number', 'string']},
  duration: durationForm,
  size: {type: ['number', 'string']},
  amount: {type: ['number', 'string']},
  text: {type: ['string', 'number', 'boolean']},
  list: {
    anyOf: [
      {type: ['string', 'number', 'boolean']},
      {type: 'array', items: {type: ['string', 'number', 'boolean']}},
    ],
  },
  flag: {anyOf: [{type: 'boolean'}, {enum: ['true', 'false']}, variableForm]},
  json: {},
};

/** What the parser takes by itself as a whole value, not as a map of words. */
function bare(shape: Shape): Form {
  return shape === 'json' ? {not: {type: 'object'}} : scalars[shape];
}

function listOf(form: Form): Form {
  return {type: 'array', minItems: 1, items: form};
}

/** What each word says of a value. */
export const wordDescriptions: Readonly<Record<(typeof assertionWords)[number], string>> = {
  below: 'Less than this.',
  above: 'More than this.',
  at_least: 'This or more.',
  at_most: 'This or less.',
  equals: 'Exactly this.',
  not: 'The opposite of what stands here.',
  contains: 'This is a part of it, or an entry of the list.',
  matches: 'A pattern: /…/ with the flags i, m, s, u, v.',
  one_of: 'One of these.',
  all: 'A list: all of these hold. Otherwise: every entry is so.',
  any: 'A list: at least one of these holds. Otherwise: at least one entry is so.',
  length: 'How many entries, characters or names it has.',
  count: 'How many entries of a list, or lines of a text, are so: {of: …, is: …}.',
};

function words(shape: Shape): Form {
  const self = assertionForm(shape);
  const entry = shape === 'list' ? assertionForm('text') : self;
  const quantity = assertionForm('number');
  const amounts = shape === 'duration' ? durationForm : {type: ['number', 'string']};
  const forms: Record<(typeof assertionWords)[number], Form> = {
    below: amounts,
    above: amounts,
    at_least: amounts,
    at_most: amounts,
    equals: scalars[shape],
    not: self,
    contains: shape === 'list' ? scalars.list : {type: ['string', 'number', 'boolean']},
    matches: {type: 'string'},
    one_of: listOf(self),
    all: {anyOf: [listOf(self), entry]},
    any: {anyOf: [listOf(self), entry]},
    length: quantity,
    count: {
      type: 'object',
      required: ['of', 'is'],
      additionalProperties: false,
      properties: {of: entry, is: quantity},
    },
  };
  const isLeftOut = (word: string) =>
    (shape === 'flag' && (comparisons as readonly string[]).includes(word)) ||
    (['contains', 'length', 'count'].includes(word) && !['text', 'json', 'list'].includes(shape));
  return {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(
      assertionWords
        .filter((word) => !isLeftOut(word))
        .map((word) => [word, {...forms[word], description: wordDescriptions[word]}]),
    ),
  };
}

/** What may be written about a value of a shape; the definition itself is in `assertionForms`. */
export function assertionForm(shape: Shape): Form {
  return {$ref: `#/$defs/${shape}`};
}

/** The definitions to which `assertionForm` refers, for `$defs`. */
export function assertionForms(): Readonly<Record<string, Form>> {
  return Object.fromEntries(
    (Object.keys(scalars) as Shape[]).map((shape) => [
      shape,
      {anyOf: [bare(shape), words(shape)], description: `A statement about a ${shape} value.`},
    ]),
  );
}

/** A map of names to statements; null says that there is nothing of a name. */
export function namedForm(shape: Shape): Form {
  const form = {anyOf: [assertionForm(shape), {type: 'null'}]};
  const isForm = shape === 'text' ? form : assertionForm(shape);
  return {type: 'object', minProperties: 1, additionalProperties: isForm};
}
