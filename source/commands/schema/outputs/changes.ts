import {z} from 'zod';
import {changeTypes} from '../../../handoff/changes/catalogue.ts';
import {count, handoffId, instant, loose, output, place} from './parts.ts';

const type = z.enum(changeTypes as [string, ...string[]]).describe('The kind of the change.');
const notice = z.string().optional().describe('What was left out, such as a secret.');

/** What every command prints that records changes. */
export const changes = output({
  handoff: handoffId,
  isDryRun: z.boolean().describe('Nothing was written.'),
  changes: z
    .array(
      z.object({
        id: z.string().optional().describe('By which it goes from now on; none in a dry run.'),
        type,
        words: z.string().describe('In a few words, such as "the pause".'),
      }),
    )
    .describe('In the order in which they were recorded.'),
  notice,
  document: z
    .string()
    .optional()
    .describe(
      'Of pass-on: the file of the engineer handover, absolute; in a dry run, the one to be.',
    ),
});

/** `apply`. */
export const applied = output({
  applied: z
    .array(z.object({line: count, id: z.string(), type}))
    .optional()
    .describe('The lines that became actions.'),
  allowed: z
    .array(z.object({line: count, type}))
    .optional()
    .describe('With --dry-run, the lines that would.'),
  notice,
});

/** `undo` and `redo`. */
export const takenBack = output({
  handoff: handoffId,
  isDryRun: z.boolean(),
  action: z.string().describe('The id of what was taken back or put back.'),
  words: z.string(),
});

/** `log`. */
export const log = output({
  handoff: handoffId,
  actions: z.array(
    z.object({
      id: z.string(),
      at: instant,
      actor: z.string(),
      type,
      arrival: loose({answer: z.string(), by: z.string()})
        .optional()
        .describe('By which answer of the receiver it came, and who imported that.'),
      words: z.string(),
      isTakenBack: z.boolean(),
      hasEffect: z.boolean().describe('False for a line against the rules.'),
      place: place.optional(),
    }),
  ),
});

/** `size` without a size. */
export const size = output({
  handoff: handoffId,
  size: z.enum(['one-host', 'service', 'platform']),
});

/** What went wrong, under `--json` of any command. */
export const error = output({
  error: z.object({
    code: z.string().describe('Names the rule that refused, or the kind of mistake.'),
    message: z.string(),
    try: z.string().optional().describe('What to do.'),
    place: place.optional(),
    line: count.optional().describe('Of the file that is applied, counted from 1.'),
  }),
});
