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
