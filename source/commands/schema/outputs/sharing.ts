import {z} from 'zod';
import {count, handoffId, instant, loose, output} from './parts.ts';

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

const received = imported.omit({format: true});

/** `sync`. */
export const synced = output({
  synced: z.array(
    z.object({
      id: handoffId,
      folder: z.string().describe('In whose .handoff it is shared.'),
      received: z.array(received).describe('What came in.'),
      isHere: z.boolean().describe('The branch that is checked out has all of ours.'),
      isCommitted: z.boolean().describe('Something of ours was not there yet and is now.'),
      isPushed: z.boolean().describe('Colleagues have more now than before.'),
      pushedTo: z.string().optional().describe('Where colleagues get it, such as origin/main.'),
      remarks: z.array(z.string()).describe('What was not done and why.'),
    }),
  ),
  failed: z.array(z.object({id: handoffId, message: z.string()})),
});

/** `contradiction list`. */
export const contradictions = output({
  handoff: handoffId,
  contradictions: z.array(
    z.object({
      id: z.string(),
      about: z.string().describe('What was answered, in words.'),
      line: loose({kind: z.string()}).optional().describe('Where it stands.'),
      answers: z.array(
        z.object({
          action: z.string().describe('The id of the action, by which it is chosen.'),
          says: z.string(),
          at: instant,
          by: z.string(),
          isInForce: z.boolean().describe('It is what stands now.'),
        }),
      ),
    }),
  ),
});
