import {z} from 'zod';
import {count, handoffId, loose, output, place} from './parts.ts';

/** `docs lint`. */
export const docsLint = output({
  handoff: handoffId,
  documents: z.array(
    z.object({
      document: z.string(),
      ready: count,
      total: count,
      percent: z.number().min(0).max(100),
      findings: z.array(loose({level: z.string(), place: place.optional()})),
    }),
  ),
});

/** `docs data`: all that a template may use, as docs/document-data.md has it. */
export const docsData = z.looseObject({
  format: z.literal(1).describe('Version of this shape; fields may be added within a version.'),
  id: handoffId,
  system: z.string(),
  customer: z.string(),
});

/** `verify`. */
export const verification = output({
  isWhole: z.boolean(),
  files: count,
  octets: count.describe('Bytes of all files.'),
  problems: z.array(z.object({path: z.string(), what: z.string()})),
  info: z.record(z.string(), z.unknown()).describe('What the archive says of itself.'),
  signature: loose({state: z.string()}),
});
