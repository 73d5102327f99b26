import {z} from 'zod';
import {parseAmount} from '../assertions/amounts.ts';

/** A day: beyond it a time is a mistake, and timers have a limit of their own. */
export const longestTime = 86_400_000;

/** Milliseconds between two tries of a check when it does not say. */
const usualPause = 1000;

/** More tries than anyone waits for. */
const mostTries = 1000;

const filled = z.string().trim().min(1);

/** A length of time in milliseconds; `message` says what is wanted. */
export function timeField(message: string) {
  return z
    .unknown()
    .transform((input) => parseAmount(input))
    .refine(
      (read) => read?.dimension === 'duration' && read.value > 0 && read.value <= longestTime,
      {message},
    )
    .transform((read) => read?.value ?? 0)
    .meta({title: 'duration'});
}

/** One name or several; always a list when read. */
export const namesField = z
  .union([filled, z.array(filled).min(1)], 'Write the name of a check, or a list of names.')
  .transform((names) => (typeof names === 'string' ? [names] : names))
  .meta({title: 'name or list'});

export interface Retry {
  /** Further tries after the first; absent when time is the limit. */
  readonly times?: number | undefined;
  /** Milliseconds after the start in which a further try may begin. */
  readonly until?: number | undefined;
  /** Milliseconds between the end of a try and the next. */
  readonly every: number;
}

const count = z
  .number()
  .int('A number of further tries is a whole number.')
  .min(1, 'At least one further try, or leave "retry" out.')
  .max(mostTries, `At most ${mostTries} further tries; for a length of time use "until".`);

const retryFields = {
  times: count
    .optional()
    .meta({title: 'number', description: 'How many further tries. Either this or `until`.'}),
  until: timeField('"until" is a time with a unit (ms s m h), such as 2m.')
    .optional()
    .describe('How long after the first try further ones begin.'),
  every: timeField('"every" is a time with a unit (ms s m h), such as 5s.')
    .optional()
    .meta({usual: '1s', description: 'How long after the end of a try the next one begins.'}),
};

export const retryField: z.ZodType<Retry> = z
  .union(
    [
      count.transform((times) => ({times, every: usualPause})),
      z
        .strictObject(retryFields)
        .refine(
          ({times, until}) => (times === undefined) !== (until === undefined),
          'Say either how many further tries (times) or how long (until).',
        )
        .transform(({every = usualPause, ...limit}) => ({...limit, every})),
    ],
    'Write {times: 3, every: 5s} or {until: 2m, every: 5s}.',
  )
  .meta({title: 'number or map'});

/** A prefix that text can hold is words and spaces; whatever else is a list, which leaves no doubt. */
const prefixText = z
  .string()
  .trim()
  .min(1)
  .regex(
    /^[^'"\\$`|&;<>()*?\n]+$/,
    'Write a prefix with quotes or special characters as a list: [ssh, -i, "my key", host].',
  )
  .transform((text) => text.split(/\s+/));

const prefixWord = z.union([z.string().min(1), z.number().transform(String)]);

export const prefixField: z.ZodType<readonly string[]> = z
  .union(
    [prefixText, z.array(prefixWord).min(1)],
    'Write what goes before the command: "ssh host", or a list [kubectl, exec, deploy/x, --].',
  )
  .meta({title: 'command prefix'});

/** A day by the calendar, and one that exists. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written as 2026-12-31.')
  .refine((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  }, 'There is no such day in the calendar.');

const waiverFields = {
  check: filled.describe('The name of the check.'),
  reason: filled.describe('Why it may fail.'),
  approver: filled.describe('Who said so.'),
  expires: day.meta({title: 'day', description: 'The day from which it counts no more.'}),
};

export const waiverSchema = z.strictObject(waiverFields);

const goneField = z.unknown().optional().meta({deprecated: true});

/** `goss` and `vars` were said here before a gossfile was a check of its own. */
const includeFields = {nagios: filled.optional(), goss: goneField, vars: goneField};

function checkInstead(goss: unknown, vars: unknown): string {
  const file = typeof goss === 'string' ? goss : './goss.yaml';
  const spec = typeof vars === 'string' ? `{file: ${file}, vars: ${vars}}` : file;
  return `A gossfile is a check now, which goss itself judges. Write it so: checks: [{name: The host is as it should be, goss: ${spec}}].`;
}

const includedFolder = z
  .strictObject(includeFields)
  .superRefine(({goss, vars, nagios}, context) => {
    const refuse = (key: string, message: string) =>
      context.addIssue({code: 'custom', path: [key], message});
    if (goss !== undefined) refuse('goss', checkInstead(goss, vars));
    else if (vars !== undefined) refuse('vars', 'Plugins have no variables.');
    else if (nagios === undefined) refuse('nagios', '"nagios" is missing.');
  });

/** One entry of `include`: a path or glob, or a folder of another make. */
export const includeEntry = z.union([filled, includedFolder], 'Write a path, or {nagios: folder}.');

export type IncludeEntry = z.infer<typeof includeEntry>;

/** The keys of the maps in this file, to suggest one for a misspelt key. */
export const runningKeys: Readonly<Record<'retry' | 'waivers' | 'include', readonly string[]>> = {
  retry: Object.keys(retryFields),
  waivers: Object.keys(waiverFields),
  include: ['nagios'],
};
