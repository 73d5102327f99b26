import {z} from 'zod';
import {count, handoffId, loose, output} from './parts.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const entries = z.array(loose({kind: z.string(), at: z.string()}));

/** `kit`. */
export const kit = output({
  handoff: handoffId,
  isNew: z.boolean().describe('False where the same kit was there already.'),
  file: z.string(),
  files: count,
  kit: digest.describe('SHA-256 of the list of its hashes, to which answers are bound.'),
  version: digest.describe('SHA-256 of all that an acceptance is of.'),
  remarks: z.array(z.string()),
  missingEvidence: z.array(z.string()).describe('Evidence that this store does not have.'),
});

/** `open`. */
export const opened = output({
  digest,
  folder: z.string().describe('Where it lies unpacked.'),
  files: count,
  signature: loose({state: z.string(), words: z.string()}),
  kit: loose({handoff: z.string(), system: z.string(), version: digest}),
  answered: entries.describe('What was done with it here so far.'),
});

/** `answer`. */
export const answered = output({
  handoff: z.string(),
  isNew: z.boolean(),
  file: z.string(),
  answer: digest.describe('SHA-256 of the answer without its signature.'),
  kit: digest,
  version: digest,
  name: z.string(),
  isSigned: z.boolean(),
  entries,
});

/** `import`, of an answer. */
export const importedAnswer = output({
  handoff: handoffId,
  answer: digest,
  name: z.string(),
  kit: digest,
  version: digest,
  isDry: z.boolean(),
  signature: z.array(z.string()).describe('What is known of who wrote it.'),
  taken: z.array(z.string()),
  before: count.describe('How much of it was taken before.'),
  leftOut: z.array(z.object({part: count, words: z.string(), why: z.string()})),
  notices: z.array(z.string()),
});
