import type {z} from 'zod';
import {assertionForms, durationForm, variableForm, type Form} from '../assertions/forms.ts';
import type {Kind} from '../kinds/kind.ts';
import {kinds} from '../kinds/check-kinds.ts';
import {checkSchema, fileSchema} from '../spec/spec-schema.ts';
import {conditionDescriptions, keyDescriptions} from './check-words.ts';
import {propertiesOf, writtenForm} from './written-form.ts';

const variable: Form = {$ref: '#/$defs/variable'};

/** Whether a text with a variable in it would be refused although its value may be right. */
function isNarrow(form: Form): boolean {
  const {type} = form;
  const isScalar = type === 'number' || type === 'integer' || type === 'boolean';
  const isText =
    type === 'string' && ['pattern', 'format', 'allOf', 'enum'].some((key) => key in form);
  return isScalar || isText || 'enum' in form || 'const' in form;
}

/** Lets `${name}` stand for every scalar, because it is filled in before the file is understood. */
function withVariables(form: unknown): unknown {
  if (Array.isArray(form)) return form.map(withVariables);
  if (typeof form !== 'object' || form === null) return form;
  const written = form as Form;
  if (isNarrow(written)) {
    // What is said of it stays in front, where editors look for it.
    const {title, description, default: usual, ...rest} = written;
    const said = Object.entries({title, description, default: usual});
    return {
      anyOf: [rest, variable],
      ...Object.fromEntries(said.filter(([, value]) => value !== undefined)),
    };
  }
  return Object.fromEntries(
    Object.entries(written).map(([key, value]) => [
      key,
      key === 'propertyNames' ? value : withVariables(value),
    ]),
  );
}

/** The schema of what a person writes, without what only code can check. */
function inputForm(schema: z.ZodType): Form {
  return withVariables(writtenForm(schema)) as Form;
}

function described(properties: Readonly<Record<string, Form>>): Readonly<Record<string, Form>> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, form]) => {
      const kind = kinds.get(key);
      const description = kind
        ? `${kind.about.does} Looks at: ${Object.keys(kind.subjects).join(', ')}. Keys: ${kind.keys.join(', ')}.`
        : keyDescriptions[key];
      return [key, description === undefined ? form : {...form, description}];
    }),
  );
}

/** What a check of one kind may expect. */
function claimsForm({subjects, about}: Kind): Form {
  const properties = Object.fromEntries(
    Object.entries(subjects).map(([subject, {form = {}}]) => [
      subject,
      {...form, description: about.subjects[subject]},
    ]),
  );
  return {type: 'object', minProperties: 1, additionalProperties: false, properties};
}

function forKind(kind: Kind): Form {
  const claims = {$ref: `#/$defs/expect-${kind.word}`};
  const properties = {expect: claims, warn: claims};
  const mustSay = {anyOf: [{required: ['expect']}, {required: ['warn']}]};
  const rest = kind.isEnoughAlone === true ? {properties} : {properties, ...mustSay};
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word, and editors know it best
  return {if: {required: [kind.word]}, then: rest};
}

/** What `when` may say. */
function conditionForm(): Form {
  const properties = Object.fromEntries(
    Object.entries(conditionDescriptions).map(([key, description]) => [key, {description}]),
  );
  return {type: 'object', minProperties: 1, additionalProperties: false, properties};
}

function checkForm(): Form {
  const form = inputForm(checkSchema);
  const all = [...kinds.values()];
  return {
    ...form,
    properties: described({...propertiesOf(form), timeout: durationForm, when: conditionForm()}),
    oneOf: all.map(({word}) => ({required: [word]})),
    allOf: all.map(forKind),
  };
}

/**
 * The JSON Schema of a checks file, draft 2020-12, so that editors complete and underline it. It
 * refuses nothing that the program accepts; what only the program can see (names used twice, unknown
 * variables, patterns that cannot be read) `check lint` tells.
 */
export function checksFileJsonSchema(): object {
  const form = inputForm(fileSchema);
  const properties = propertiesOf(form);
  const claims = [...kinds.values()].map((kind) => [`expect-${kind.word}`, claimsForm(kind)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Checks of a handoff (handoff.yaml)',
    ...form,
    properties: described({
      ...properties,
      checks: {...properties['checks'], items: {$ref: '#/$defs/check'}},
    }),
    $defs: {
      check: checkForm(),
      variable: variableForm,
      ...assertionForms(),
      ...Object.fromEntries(claims),
    },
  };
}
