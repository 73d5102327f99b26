import {z} from 'zod';
import {count, handoffId, output} from './parts.ts';

/** `import`, of a handoff of a colleague. */
export const imported = output({
  id: handoffId,
  isNew: z.boolean().describe('Nothing of it was here before.'),
  changes: count.describe('How many came in.'),
  evidence: count.describe('How many pieces of evidence came in.'),
  people: z.array(z.object({name: z.string(), changes: count})).describe('Who made them.'),
  workspace: z.string().describe('Its workspace on this machine.'),
  remarks: z.array(z.string()).describe('What a person has to know of it.'),
});
