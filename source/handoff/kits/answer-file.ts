import * as z from 'zod/mini';
import {isInstant} from '../changes/change-fields.ts';
import {checkRunSchema, keptOutputSchema, sha256Schema} from '../changes/check-run-schema.ts';
import {stepFiguresSchema, stepTextsSchema} from '../changes/step-run-schema.ts';
import {demonstrationResults} from '../model/demonstration.ts';
import {proofKinds} from '../model/proof.ts';
import {signOffDecisions} from '../model/sign-off.ts';
import {kitFormat} from './kit-file.ts';

/** Bounds of what an answer may hold, far above what one person does with one kit. */
export const answerBounds = {
  /** Bytes of the file. */
  octets: 16 * 1024 ** 2,
  entries: 500,
  /** Checks of one run. */
  results: 2000,
  /** Characters of one text that a person typed, and of their name. */
  text: 20_000,
  name: 200,
};

const instant = z.string().check(z.refine(isInstant));
const text = z.string().check(z.maxLength(answerBounds.text));
const words = text.check(z.refine((value) => value.trim() !== ''));
const name = words.check(z.maxLength(answerBounds.name));
const at = instant;

/** A run of the checks of the kit. */
const checks = z.object({
  kind: z.literal('checks'),
  at,
  run: checkRunSchema.check(z.refine(({results}) => results.length <= answerBounds.results)),
});

/** A runbook that was tried: what is known of it as of any proof. */
const runbook = z.object({
  kind: z.literal('runbook'),
  at,
  record: z.string(),
  command: text,
  isMet: z.boolean(),
  expected: text,
  actual: text,
  code: z.exactOptional(z.int()),
  duration: z.exactOptional(z.number().check(z.nonnegative())),
  evidence: z.exactOptional(keptOutputSchema),
  digest: z.exactOptional(sha256Schema),
  host: z.exactOptional(z.string()),
  folder: z.exactOptional(z.string()),
  proof: z.exactOptional(z.enum(proofKinds)),
  ranAt: z.exactOptional(instant),
  steps: z.exactOptional(stepFiguresSchema),
  told: z.exactOptional(stepTextsSchema),
});

/** A task that somebody performed alone, and how that went by their own word. */
const demonstration = z.object({
  kind: z.literal('demonstration'),
  at,
  item: z.string(),
  startedAt: instant,
  result: z.enum(demonstrationResults),
  remark: z.exactOptional(text),
  runbook: z.exactOptional(z.string()),
  digest: z.exactOptional(sha256Schema),
});

const question = z.object({
  kind: z.literal('question'),
  at,
  text: words,
  /** What it is about, such as the name of a runbook or a document. */
  about: z.exactOptional(text),
});

/** What somebody wrote to a question of the training; how well it is known is for others to say. */
const teachBack = z.object({
  kind: z.literal('teach-back'),
  at,
  question: z.string(),
  /** The question as it read. */
  asked: text,
  said: words,
});

const decision = z.object({
  kind: z.literal('decision'),
  at,
  decision: z.enum(signOffDecisions),
  role: words,
  conditions: z.exactOptional(z.array(words).check(z.maxLength(100))),
  remarks: z.exactOptional(text),
});

/** What somebody of the receiver did with a kit, one thing. */
export const answerEntrySchema = z.discriminatedUnion('kind', [
  checks,
  runbook,
  demonstration,
  question,
  teachBack,
  decision,
]);

export const answerSchema = z.object({
  /** Tells what the file is to whoever finds it. */
  what: z.literal('answer to a handoff kit'),
  format: z.literal(kitFormat),
  handoff: z.string(),
  /** Of whom and what, for people. */
  customer: text,
  system: text,
  /** SHA-256 of the list of the hashes of the kit, and of what the kit showed. */
  kit: sha256Schema,
  version: sha256Schema,
  /** Who answers, by their own word. */
  name,
  role: z.exactOptional(text),
  givenAt: instant,
  entries: z.array(answerEntrySchema).check(z.maxLength(answerBounds.entries)),
  /** What runs showed, redacted, by its SHA-256. */
  evidence: z.record(z.string(), z.string()),
});

/** A signature of all that stands before it. */
export const signatureSchema = z.object({
  kind: z.enum(['ssh', 'minisign']),
  text: z.string().check(z.maxLength(20_000)),
});

export type Answer = z.infer<typeof answerSchema>;
export type AnswerEntry = z.infer<typeof answerEntrySchema>;
export type AnswerSignature = z.infer<typeof signatureSchema>;
