import * as z from 'zod/mini';
import type {CheckRunRecord} from '../model/check-run.ts';
import type {KeptOutput} from '../model/kept-output.ts';
import type {SeenCheck} from '../model/seen-checks.ts';
import {isRealDay} from '../time/real-day.ts';
import {isInstant} from './change-fields.ts';

const instantSchema = z.string().check(z.refine(isInstant));
const amount = z.number().check(z.nonnegative());
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const severity = z.enum(['required', 'recommended']);
const outcome = z.enum(['pass', 'warn', 'fail', 'unknown', 'skipped', 'waived']);

export const keptOutputSchema: z.ZodMiniType<KeptOutput> = z.object({
  stored: sha256Schema,
  original: sha256Schema,
  bytes: amount,
  isTruncated: z.boolean(),
  redacted: z.array(z.string()),
});

const finding = z.object({
  subject: z.string(),
  expected: z.string(),
  actual: z.string(),
  isMet: z.boolean(),
  level: z.enum(['expect', 'warn']),
});

const checkRecord = z.object({
  name: z.string(),
  kind: z.string(),
  severity,
  outcome,
  message: z.string(),
  target: z.string(),
  startedAt: instantSchema,
  duration: amount,
  code: z.exactOptional(z.number()),
  fix: z.exactOptional(z.string()),
  proves: z.exactOptional(z.string()),
  digest: z.exactOptional(sha256Schema),
  isLeftOut: z.exactOptional(z.boolean()),
  isInapplicable: z.exactOptional(z.boolean()),
  waiver: z.exactOptional(
    z.object({
      outcome,
      reason: z.string(),
      approver: z.string(),
      expires: z.string().check(z.refine(isRealDay)),
    }),
  ),
  attestation: z.exactOptional(
    z.object({
      by: z.string(),
      at: instantSchema,
      isMet: z.boolean(),
      note: z.optional(z.string()),
    }),
  ),
  logPosition: z.exactOptional(
    z.object({
      path: z.string(),
      inode: z.string(),
      offset: amount,
      headBytes: amount,
      headSha256: z.string(),
    }),
  ),
  findings: z.array(finding),
  evidence: z.exactOptional(keptOutputSchema),
});

/** The checks that stand in a checks file. */
export const seenChecksSchema: z.ZodMiniType<readonly SeenCheck[]> = z.array(
  z.object({
    name: z.string(),
    kind: z.string(),
    severity,
    digest: z.exactOptional(sha256Schema),
    proves: z.exactOptional(z.string()),
  }),
);

/** A run of the checks; what the checks know besides may stand in it as well. */
export const checkRunSchema: z.ZodMiniType<CheckRunRecord> = z.object({
  id: z.string(),
  file: z.string(),
  fileSha256: z.string(),
  startedAt: instantSchema,
  duration: amount,
  isInterrupted: z.boolean(),
  actor: z.string(),
  results: z.array(checkRecord),
});
