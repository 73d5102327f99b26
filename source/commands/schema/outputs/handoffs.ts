import {z} from 'zod';
import {teachBackOutcomes} from '../../../handoff/teaching/teach-back.ts';
import {gateNames} from '../../../handoff/model/gate-waiver.ts';
import {registerNames} from '../../../playbook/playbook.ts';
import {audience, count, day, handoffId, instant, loose, output} from './parts.ts';

const requirement = z.object({
  id: z.string().describe('By which it is waived.'),
  mistake: z.string().describe('The classic mistake that it stands against.'),
  text: z.string(),
  fact: z.record(z.string(), z.number()),
  isPast: z.boolean().describe('Nobody can change it any more.'),
  step: z.string(),
  item: z.string().optional(),
  minutes: z.number().optional().describe('How long it takes to settle.'),
});

const waived = z.array(z.object({requirement: requirement, waiver: loose({approver: z.string()})}));
const weaknesses = z.array(loose({text: z.string()})).describe('What is not asked.');

/** `gate`. */
export const gate = output({
  gate: z.enum(gateNames).nullable().describe('null where no gate is left, or none is asked.'),
  state: z.enum(['open', 'shut', 'not asked', 'passed']),
  missing: z.array(requirement),
  waived,
  weaknesses,
  unseen: z.array(z.string()).optional().describe('What was not looked at since it changed.'),
});

/** `list`. */
export const list = output({
  handoffs: z.array(
    z.object({
      id: handoffId,
      customer: z.string(),
      system: z.string(),
      phase: z.string().describe('Its title.'),
      isSignedOff: z.boolean(),
      acceptance: z.string().optional().describe('The decision in force, in words.'),
      changedSince: count.describe('How much is not any more as it was accepted.'),
      settled: count,
      total: count,
      nextDue: loose({item: z.string(), text: z.string(), isOverdue: z.boolean()}).optional(),
      holder: z.string().optional().describe('To whom it was passed on last.'),
      updatedAt: instant,
    }),
  ),
  broken: z.array(loose({})).describe('Handoffs that cannot be read.'),
  shared: z.array(handoffId).describe('Shared in this folder, and not in this store yet.'),
});

/** `new`. */
export const started = output({id: handoffId});

const value = z.union([z.string(), z.object({notApplicable: z.string()})]);
const register = z.enum(registerNames);

/** `row list`. */
export const rows = output({
  handoff: handoffId,
  rows: z.array(
    z.object({
      id: z.string(),
      register,
      item: z.string().describe('The item that keeps it.'),
      fields: z.record(z.string(), value),
      audience: audience.optional(),
    }),
  ),
});

/** `row fields`. */
export const rowFields = output({
  register,
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      hint: z.string(),
      kind: z.enum(['line', 'text', 'commands', 'steps', 'date', 'choice']),
      isRequired: z.boolean(),
      choices: z.array(z.string()).optional(),
    }),
  ),
});

/** `open-point list`. */
export const openPoints = output({
  handoff: handoffId,
  points: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      owner: z.string(),
      due: day.optional(),
      state: z.string().describe('open, open again, closed or settled.'),
      outcome: z.string().optional(),
    }),
  ),
});

/** `teach-back list`. */
export const questions = output({
  handoff: handoffId,
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      answer: z.string().describe('What a right answer says; for the own team.'),
      runbook: z.string(),
      state: z.enum([...teachBackOutcomes, 'never asked', 'not counted']),
      since: instant.optional(),
      answerer: z.string().optional(),
      asker: z.string().optional(),
      why: z.string().optional().describe('Why no answer counts.'),
      isOfEarlier: z.boolean().describe('It was answered before it was changed.'),
      toJudge: z
        .object({id: z.string(), answerer: z.string(), said: z.string(), at: instant})
        .optional()
        .describe('An answer in writing that nobody has judged.'),
    }),
  ),
});

/** `runbook run`. */
export const runbookRun = output({
  handoff: handoffId,
  isDryRun: z.boolean().describe('Nothing was run.'),
  proof: loose({record: z.string().describe('The row of the runbook.'), isMet: z.boolean()})
    .optional()
    .describe('None in a dry run.'),
  runbook: z.string().optional().describe('Of a dry run: its name.'),
  folder: z.string().optional().describe('Of a dry run: where it would run.'),
  steps: z
    .array(
      z.object({
        number: count,
        title: z.string(),
        commands: z.string().describe('Empty where the step is done by hand.'),
        expected: z.string(),
        isChanging: z.boolean(),
      }),
    )
    .optional()
    .describe('Of a dry run: what would run.'),
});

/** `item run`. */
export const itemRun = output({
  type: z.literal('item/ran'),
  item: z.string(),
  of: z.array(z.string()).describe('The commands, as SHA-256.'),
  command: z.string(),
  isChanging: z.boolean(),
  isMet: z.boolean(),
  expected: z.string().optional(),
  actual: z.string(),
  code: z.number().int().optional(),
  duration: z.number().min(0).describe('Milliseconds.'),
  evidence: loose({stored: z.string()}).optional(),
  host: z.string(),
  folder: z.string(),
  ranAt: instant,
  output: z.string(),
  reason: z.string(),
});
