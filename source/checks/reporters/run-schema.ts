import {z} from 'zod';
import {outcomes, severities, type CheckResult} from '../check-result.ts';

const instant = z.iso.datetime().describe('ISO 8601 in UTC.');
const milliseconds = z.number().min(0).describe('Milliseconds.');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const finding = z.strictObject({
  subject: z.string().describe('What was looked at, such as status, stdout or json $.status.'),
  expected: z.string().describe('In words, such as "below 500 ms".'),
  actual: z.string().describe('What was seen, redacted and shortened.'),
  isMet: z.boolean(),
  level: z.enum(['expect', 'warn']).describe('expect fails the check, warn warns.'),
});

const output = z.strictObject({
  text: z.string().describe('Redacted, without terminal escapes; head and tail when it was long.'),
  bytes: z.number().int().min(0).describe('Bytes that the check really produced.'),
  sha256: sha256.describe('Of all bytes as produced.'),
  isTruncated: z.boolean(),
  redacted: z.array(z.string()).describe('Names of the kinds of secrets that were taken out.'),
});

const range = z.strictObject({
  text: z.string().describe('As the plugin wrote it, such as 10:20.'),
  start: z.number().optional(),
  end: z.number().optional(),
  alertsInside: z.boolean(),
});

const metric = z.strictObject({
  label: z.string(),
  value: z.number().nullable().describe('null when the plugin could not tell.'),
  unit: z.string(),
  warn: range.optional(),
  crit: range.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});

const logPosition = z.strictObject({
  path: z.string(),
  inode: z.string(),
  offset: z.number().int().min(0),
  headBytes: z.number().int().min(0),
  headSha256: z.string(),
});

const waiver = z.strictObject({
  outcome: z.enum(outcomes).describe('What it would have been.'),
  reason: z.string(),
  approver: z.string(),
  expires: z.iso.date().describe('The day from which it counts no more.'),
});

// Every field of a result has to be documented here, or this does not compile.
const resultFields = {
  name: z.string().describe('Unique in the file.'),
  kind: z.string(),
  severity: z.enum(severities),
  outcome: z.enum(outcomes),
  message: z.string().describe('One line: why this outcome.'),
  target: z.string().describe('What was run, as a person would type it.'),
  findings: z.array(finding).describe('Every assertion that was looked at, also those that held.'),
  startedAt: instant,
  duration: milliseconds,
  code: z.number().int().optional().describe('Exit code or HTTP status, where there is one.'),
  output: output.optional(),
  metrics: z.array(metric).optional().describe('What a monitoring plugin measured.'),
  logPosition: logPosition.optional().describe('How far a log was read.'),
  attempts: z.number().int().min(1).optional().describe('How many tries it took, if several.'),
  remarks: z.array(z.string()).optional().describe('What else a person must know.'),
  waiver: waiver.optional().describe('Why the outcome is waived.'),
  isInapplicable: z
    .boolean()
    .optional()
    .describe('It was skipped because its own condition says that it does not apply.'),
  isUnasked: z
    .boolean()
    .optional()
    .describe('It was skipped because it changes the system, which was not asked for.'),
  neededBy: z.string().optional().describe('It ran only because this check needs it.'),
  fix: z.string().optional().describe('What to do when it fails.'),
  proves: z.string().optional().describe('The runbook or item that it is evidence for.'),
  tags: z.array(z.string()),
} satisfies Record<keyof CheckResult, z.ZodType>;

const result = z.strictObject(resultFields);

/** What `check --json` prints. */
export const runSchema = z.strictObject({
  format: z.literal(1).describe('Version of this shape; fields may be added within a version.'),
  exitCode: z
    .union([z.literal(0), z.literal(3), z.literal(4), z.literal(130)])
    .describe('0 good, 3 a required check failed or is unknown, 4 warnings only, 130 interrupted.'),
  counts: z.strictObject(
    Object.fromEntries(outcomes.map((outcome) => [outcome, z.number().int().min(0)])),
  ),
  id: z.string(),
  system: z.string().optional().describe('What the file calls the system under test.'),
  file: z.string().describe('Path of the checks file as given.'),
  fileSha256: sha256.describe('Of the exact content of what was run.'),
  startedAt: instant,
  duration: milliseconds,
  isInterrupted: z.boolean(),
  results: z.array(result).describe('In the order of the file.'),
});
