import {z} from 'zod';
import {output} from './parts.ts';

/** `doctor`. */
export const doctor = output({
  isBroken: z.boolean().describe('Whether one of them is broken.'),
  findings: z.array(
    z.object({
      area: z.string().describe('What it belongs to, such as places.'),
      name: z.string(),
      standing: z.enum(['good', 'note', 'broken']),
      found: z.string().describe('What was found, and where.'),
      mend: z.string().optional().describe('What to do about it.'),
    }),
  ),
});
