import {z} from 'zod';
import {gateNames} from '../../../handoff/model/gate-waiver.ts';
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

const dates = z.array(
  z.object({
    kind: z.string(),
    id: z.string(),
    text: z.string(),
    owner: z.string().optional(),
    date: day,
    instant: instant.optional(),
  }),
);

const requirements = z.array(
  z.looseObject({id: z.string(), mistake: z.string(), text: z.string()}),
);

/** `report`. */
export const report = output({
  asOf: instant,
  days: count.describe('How far ahead was looked.'),
  handoffs: z
    .array(
      z.object({
        handoff: handoffId,
        customer: z.string(),
        system: z.string(),
        lead: z.string(),
        state: z.enum([
          'overdue',
          'drifted',
          'declined',
          'changed since acceptance',
          'accepted',
          'in time',
        ]),
        phase: z.string(),
        ageDays: count.describe('Since it began, or that it took.'),
        settled: count,
        total: count,
        overdue: dates,
        ahead: dates,
        gate: z
          .object({
            name: z.enum(gateNames),
            state: z.enum(['open', 'shut']),
            missing: requirements,
            waived: requirements,
          })
          .nullable()
          .describe('The one that it comes to next; none once the receiver has signed.'),
        waiversEnding: z.array(z.object({text: z.string(), expires: day})),
        drift: z
          .looseObject({before: instant, after: instant, changed: count, worse: count})
          .nullable(),
        acceptance: z.string().nullable(),
        isSignedOff: z.boolean(),
        changedSince: count.describe('Things that are not as they were accepted.'),
        took: z
          .looseObject({})
          .describe(
            'Milliseconds of preparation, session and afterwards, as far as they are over.',
          ),
        createdAt: instant,
        updatedAt: instant,
      }),
    )
    .describe('What needs somebody first.'),
  phases: z.array(
    z.object({
      phase: z.enum(['preparation', 'session', 'afterwards']),
      median: z.number().nullable().describe('Milliseconds.'),
      count,
      isFew: z.boolean().describe('Too few to plan by.'),
    }),
  ),
  shutBy: z
    .array(
      z.object({
        mistake: z.string(),
        handoffs: count,
        most: z.object({text: z.string(), handoffs: count}),
      }),
    )
    .describe('What is missing or waived at the next gates, the most frequent first.'),
  broken: unread,
});
