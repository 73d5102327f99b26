import {z} from 'zod';
import {publishedKinds} from '../../../handoff/publishing/published.ts';
import {sendingStates} from '../../../store/outbox/sending.ts';
import {audience, count, handoffId, instant, loose, output} from './parts.ts';

const subject = {
  target: z.string().describe('The name of a target.'),
  kind: z.enum(publishedKinds),
  about: z.string().optional().describe('The id of an open point, or the name of a document.'),
  title: z.string(),
};

/** `publish`. */
export const publishing = output({
  handoff: handoffId,
  targets: z.array(
    z.object({
      name: z.string(),
      through: z.string().describe('The kind of the target, such as github.'),
      audience,
      sends: z.array(z.string()),
      isTrusted: z.boolean().describe('A person has seen exactly this content of the file.'),
      file: z.string(),
      line: count,
    }),
  ),
  published: z
    .array(loose({...subject, sending: z.string(), at: instant, by: z.string()}))
    .describe('What reached each target last.'),
  outbox: z
    .array(loose({...subject, id: z.string(), state: z.enum(sendingStates), tries: count}))
    .describe('What is still to reach its target.'),
  fetched: z
    .array(loose({target: z.string(), words: z.string(), isTaken: z.boolean()}))
    .optional()
    .describe('With --fetch: what was closed or opened there.'),
  shown: z
    .array(z.object({...subject, isDue: z.boolean(), shown: z.array(z.string())}))
    .optional()
    .describe('With --dry-run: exactly what would be sent.'),
});
