import {z} from 'zod';
import {parseAmount} from '../assertions/amounts.ts';
import {kinds} from '../kinds/registry.ts';
import {severities} from '../model.ts';

/** A day: beyond it a timeout is a mistake, and timers have a limit of their own. */
const longestTimeout = 86_400_000;

/** Milliseconds a check may take when it does not say. */
export const usualTimeout = 30_000;

const filled = z.string().trim().min(1);

const timeout = z
  .unknown()
  .transform((input) => parseAmount(input))
  .refine(
    (read) => read?.dimension === 'duration' && read.value > 0 && read.value <= longestTimeout,
    {
      message: 'A timeout is a number with a unit (ms s m h), such as 30s, and at most a day.',
    },
  )
  .transform((read) => read?.value ?? usualTimeout);

const commonFields = {
  name: filled,
  description: filled.optional(),
  severity: z.enum(severities).optional(),
  tags: z.array(filled).optional(),
  timeout: timeout.optional(),
  fix: filled.optional(),
  proves: filled.optional(),
  effect: z.enum(['safe', 'changes']).optional(),
  expect: z.unknown().optional(),
  warn: z.unknown().optional(),
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
  checks: z.array(z.unknown()).min(1),
};

export const fileSchema = z.strictObject(fileFields);

export const fileKeys: readonly string[] = Object.keys(fileFields);
