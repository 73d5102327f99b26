import {z} from 'zod';
import {count, day, handoffId, instant, output} from './parts.ts';

/** What could not be read, while the rest was told. */
export const unread = z.array(
  z.object({file: z.string(), message: z.string(), hint: z.string().optional()}),
);

/** `due`. */
export const due = output({
  days: count.describe('How far ahead was looked.'),
  dates: z
    .array(
      z.object({
        handoff: handoffId,
        customer: z.string(),
        system: z.string(),
        kind: z
          .string()
          .describe(
            'item, follow-up, check-in, session, proof, waiver, transition, certificate, …',
          ),
        text: z.string(),
        owner: z.string().optional(),
        id: z.string().describe('Of the item, the open point or the row.'),
        date: day,
        instant: instant.optional().describe('Where it is due at an hour.'),
        isOverdue: z.boolean(),
      }),
    )
    .describe('The soonest first.'),
  broken: unread,
});

const compared = z.object({run: z.string(), at: instant});

/** `drift`. */
export const drift = output({
  handoff: handoffId,
  hasDrifted: z.boolean().describe('Something is worse or otherwise than on handover day.'),
  isSameFile: z.boolean().describe('The checks file is that of handover day.'),
  before: compared.describe('The last run before the session ended.'),
  after: compared.extend({isKept: z.boolean().describe('It is in the journal.')}),
  changes: z
    .array(
      z.looseObject({
        weight: z.enum(['worse', 'changed', 'better', 'figure']),
        type: z.enum(['outcome', 'added', 'removed', 'value', 'expectation']),
        check: z.string(),
        subject: z.string().optional(),
        before: z.string().optional(),
        after: z.string().optional(),
        message: z.string().optional(),
        outcome: z.string().optional(),
      }),
    )
    .describe('The worst first.'),
  unchanged: count.describe('Checks that are as before.'),
  transition: z.object({ends: day.nullable(), isOver: z.boolean()}),
  isSignedOff: z.boolean(),
});
