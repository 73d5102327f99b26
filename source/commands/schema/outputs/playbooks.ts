import {z} from 'zod';
import {count, handoffId, loose, output} from './parts.ts';

/** `playbook list`. */
export const playbookList = output({
  playbooks: z.array(loose({place: z.string()})),
  folders: z.array(loose({place: z.string(), path: z.string()})),
  passedOver: z.array(z.object({path: z.string(), why: z.string()})),
});

/** `playbook show`. */
export const playbookShow = output({
  counts: loose({phases: count, steps: count, items: count}),
  files: z.array(z.string()),
  title: z.string(),
  phases: z.array(loose({id: z.string(), title: z.string(), steps: z.array(loose({}))})),
  notices: z.array(z.object({file: z.string().optional(), line: count, text: z.string()})),
}).loose();

/** `playbook lint`. */
export const playbookLint = output({
  errors: count,
  notices: count,
  found: z.array(
    z.object({
      level: z.enum(['error', 'notice']),
      file: z.string(),
      line: count.optional(),
      column: count.optional(),
      message: z.string(),
    }),
  ),
});

/** `playbook export`. */
export const playbookExport = output({
  handoff: handoffId,
  files: z.array(
    z.object({
      path: z.string(),
      writtenTo: z.string().optional(),
      sha256: z.string(),
      lines: z.array(count).describe('Those that differ, counted from 1.'),
      written: z.array(z.unknown()).describe('What was written into it.'),
      unwritten: z.array(z.unknown()),
    }),
  ),
});

/** `playbook diff`. */
export const playbookDiff = output({
  handoff: handoffId,
  state: z.string().describe('Whether the file has changed since the handoff read it.'),
  differences: z.array(loose({})),
});
