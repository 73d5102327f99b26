import {z} from 'zod';
import type {Form} from '../assertions/forms.ts';

/** A schema as JSON Schema, draft 2020-12: what a person writes, before anything is made of it. */
export function writtenForm(schema: z.ZodType): Form {
  const {$schema: _, ...form} = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({jsonSchema}) {
      // zod drops "default" where a value is made from what is written, so keys call it "usual".
      const {usual} = jsonSchema;
      if (usual === undefined) return;
      delete jsonSchema['usual'];
      jsonSchema.default = usual as z.core.JSONSchema.BaseSchema['default'];
    },
  });
  return form;
}

/** The keys of a map, each with its form. */
export function propertiesOf(form: Form): Readonly<Record<string, Form>> {
  return (form['properties'] ?? {}) as Readonly<Record<string, Form>>;
}

/** The forms of which one is to be written; the form itself where there is no choice. */
export function choicesOf(form: Form): readonly Form[] {
  return (form['anyOf'] as readonly Form[] | undefined) ?? [form];
}
