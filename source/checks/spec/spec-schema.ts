import {z} from 'zod';
import {kinds} from '../kinds/check-kinds.ts';
import {severities} from '../check-result.ts';
import {
  includeEntry,
  namesField,
  prefixField,
  retryField,
  timeField,
  waiverSchema,
} from './schema-running.ts';

const filled = z.string().trim().min(1);

const timeout = timeField(
  'A timeout is a number with a unit (ms s m h), such as 30s, and at most a day.',
);

const commonFields = {
  name: filled,
  description: filled.optional(),
  severity: z.enum(severities).optional().meta({usual: 'required'}),
  tags: z.array(filled).optional().meta({title: 'list of texts'}),
  timeout: timeout.optional(),
  fix: filled.optional(),
  proves: filled.optional(),
  effect: z.enum(['safe', 'changes']).optional().meta({usual: 'safe'}),
  needs: namesField.optional(),
  when: z.unknown().optional().meta({title: 'map of conditions'}),
  retry: retryField.optional(),
  on: prefixField.optional(),
  expect: z.unknown().optional().meta({title: 'map'}),
  warn: z.unknown().optional().meta({title: 'map'}),
};

const kindFields = Object.fromEntries(
  [...kinds].map(([word, {schema}]) => [word, schema.optional()]),
);

/** One entry of `checks`. What `expect` and `warn` may say depends on the kind and is read apart. */
export const checkSchema = z.strictObject({...kindFields, ...commonFields});

export const checkKeys: readonly string[] = [...Object.keys(commonFields), ...kinds.keys()];

const fileFields = {
  system: filled.optional(),
  vars: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  include: z
    .union([includeEntry.transform((one) => [one]), z.array(includeEntry).min(1)])
    .optional(),
  waivers: z.array(waiverSchema).min(1).optional(),
  /** Only a file that includes others may do without. */
  checks: z.array(z.unknown()).min(1).optional(),
};

export const fileSchema = z.strictObject(fileFields);

export const fileKeys: readonly string[] = Object.keys(fileFields);
