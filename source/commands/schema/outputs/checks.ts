import {z} from 'zod';
import {count, handoffId, instant, loose, output} from './parts.ts';

const problem = z.object({
  level: z.enum(['error', 'warning']),
  file: z.string().optional(),
  message: z.string(),
  position: z.object({line: count, column: count}),
  frame: z.string().describe('The line with a caret below the place.'),
  suggestion: z.string().optional().describe('The word that was probably meant.'),
  variable: z.string().optional().describe('The variable that is missing.'),
  rule: z.string().optional(),
  check: z.string().optional(),
});

/** `check lint`. */
export const checkLint = output({errors: count, warnings: count, found: z.array(problem)});

/** `check history`. */
export const checkHistory = output({
  runs: z
    .array(
      z.object({
        id: z.string(),
        startedAt: instant,
        actor: z.string(),
        duration: z.number().min(0).describe('Milliseconds.'),
        isInterrupted: z.boolean(),
        file: z.string(),
        fileSha256: z.string(),
        isForeign: z.boolean().describe('Of another file than that of the handoff.'),
        counts: z.record(z.string(), count).describe('By outcome.'),
        blocking: z.array(z.string()).describe('Required checks that did not pass.'),
      }),
    )
    .describe('The newest first.'),
});

const run = z.object({id: z.string(), startedAt: instant, fileSha256: z.string()});

/** `check diff`. */
export const checkDiff = output({
  before: run,
  after: run,
  isSameFile: z.boolean(),
  changes: z.array(loose({type: z.string()})),
  unchanged: count.describe('Checks with the same outcome, values and expectations.'),
});

/** `check explain`: of a check each part by its label, of a kind all that there is to know of it. */
export const checkExplain = z.looseObject({
  format: z.literal(1).describe('Version of this shape; fields may be added within a version.'),
});

/** `discover`. */
export const discovery = output({
  drafts: z.array(
    z.object({
      kind: z.enum(['row', 'check', 'runbook']),
      key: z.string().describe('The same in each look as long as it is about the same thing.'),
      register: z.string().optional(),
      fields: z.record(z.string(), z.unknown()),
      source: z.string().describe('What was read, such as compose.yaml:14.'),
    }),
  ),
  suggestions: z.array(loose({})).describe('Checks that fit what was found.'),
  problems: z.array(loose({})).describe('What was not understood, or could not be asked.'),
  read: z.array(z.unknown()).describe('The files that were read.'),
  left: z.unknown().describe('What was not looked at.'),
});

/** `discover --take`. */
export const taken = output({
  handoff: handoffId,
  isDryRun: z.boolean().describe('Nothing was written.'),
  taken: count.describe('How many changes were recorded, or would be.'),
  checks: z.array(z.string()).describe('The names of the checks among them.'),
  checksFile: z.string().optional().describe('Where the checks were added.'),
  notTaken: z.array(z.object({key: z.string(), why: z.string()})),
});
