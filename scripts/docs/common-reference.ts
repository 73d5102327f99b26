import type {z} from 'zod';
import {kinds} from '../../source/checks/kinds/check-kinds.ts';
import {conditionDescriptions, keyDescriptions} from '../../source/checks/schema/check-words.ts';
import {choicesOf, writtenForm} from '../../source/checks/schema/written-form.ts';
import {retryField, waiverSchema} from '../../source/checks/spec/schema-running.ts';
import {checkSchema, fileSchema} from '../../source/checks/spec/spec-schema.ts';
import {keysOf, mapForm, type KeyWords} from '../../source/checks/reference/kind-reference.ts';

/** All that checks of every kind share, and their file, in words. */
export interface CommonReference {
  readonly check: readonly KeyWords[];
  readonly retry: readonly KeyWords[];
  /** The keys of `when`. */
  readonly conditions: Readonly<Record<string, string>>;
  readonly file: readonly KeyWords[];
  readonly waiver: readonly KeyWords[];
}

/** Keys that are described apart from their schema, because editors show them with every check. */
function described(schema: z.ZodType): KeyWords[] {
  return keysOf(writtenForm(schema)).map((key) => ({
    ...key,
    meaning: keyDescriptions[key.name] ?? '',
  }));
}

function mapKeys(schema: z.ZodType): KeyWords[] {
  const form = mapForm(schema) ?? choicesOf(writtenForm(schema))[0];
  return form ? keysOf(form) : [];
}

/** Tells what the schemas of a check and of its file say. */
export function commonReference(): CommonReference {
  return {
    check: described(checkSchema).filter(({name}) => !kinds.has(name)),
    retry: mapKeys(retryField),
    conditions: conditionDescriptions,
    file: described(fileSchema),
    waiver: mapKeys(waiverSchema),
  };
}
