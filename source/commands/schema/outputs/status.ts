import {z} from 'zod';
import {gate} from './handoffs.ts';
import {count, handoffId, instant, loose, output} from './parts.ts';

const all = (says: string) => z.array(loose({})).describe(says);

const item = z
  .object({
    id: z.string(),
    text: z.string(),
    status: z.enum(['open', 'done', 'not-applicable']),
    isOptional: z.boolean(),
    isOffered: z.boolean().describe('Not asked for, and counts as no work.'),
    isAdded: z.boolean().describe('Added in this handoff alone.'),
    isGone: z.boolean().describe('The playbook has it no more.'),
    derived: z.boolean().describe('Facts settle it, and nobody ticks it.'),
    saidBy: z.unknown(),
    waitsFor: z.string().nullable().describe('What is missing before it can be settled.'),
    commands: all('The commands of the item, with how the last run of each stands.'),
    isOverdue: z.boolean().optional(),
  })
  .loose();

const step = z
  .object({phase: z.string(), id: z.string(), title: z.string(), items: z.array(item)})
  .loose();

/** `status`. What the domain has more of each part than is said here may change. */
export const status = output({
  id: handoffId,
  customer: z.string(),
  system: z.string(),
  workspace: z.string(),
  timeZone: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  holder: loose({name: z.string()}).optional().describe('To whom it was passed on last.'),
  updatedAt: instant,
  actors: z.array(z.string()),
  people: all('Everybody who is named, with side and role.'),
  playbookSource: z.string(),
  playbookFiles: all('Its files with their SHA-256.'),
  playbookVersion: z.string().optional(),
  playbookFile: z.unknown().optional().describe('Whether the file differs from what was read.'),
  phase: z.string().optional().describe('The id of the phase that it is in.'),
  size: z.string(),
  steps: z.array(step),
  progress: loose({}),
  blockers: all('What is in the way of the next phase.'),
  gates: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['open', 'shut', 'not asked']),
      missing: gate.shape.missing,
      waived: gate.shape.waived,
    }),
  ),
  gateWaivers: all('Each with how it stands.'),
  weaknesses: all('What is not asked.'),
  duties: all('What is due, the soonest first.'),
  openPoints: all('What is left open, and what was closed.'),
  checks: all('How each check stands.'),
  checkRuns: all('The runs that were kept.'),
  seenChecks: all('What stood in the checks file without a run.'),
  foundEvidence: all('Evidence that is not as it was kept.'),
  runbooks: z.array(z.object({id: z.string(), name: z.string(), standing: loose({})})),
  proofs: all('Runs of runbooks.'),
  tasks: z.array(z.object({item: z.string(), text: z.string(), standing: loose({})})),
  demonstrations: all('Tries of the tasks.'),
  questions: z.array(z.object({id: z.string(), text: z.string(), standing: loose({})})),
  teachBacks: all('Answers to the questions of the training.'),
  records: all('The rows of all tables.'),
  draftLooks: all('What was found of what is deployed.'),
  draftAnswers: all('What was said of it.'),
  session: loose({}),
  plan: loose({}).optional(),
  followUps: z
    .record(z.string(), loose({}))
    .describe('What was said of open points, by their ids.'),
  extensions: all('Of the transition.'),
  signOffs: all('Decisions of the receiver.'),
  isSignedOff: z.boolean(),
  acceptance: loose({}),
  documents: all('How each document stands.'),
  documentSets: all('What was written.'),
  answers: all('What the receiver answered to a kit.'),
  kits: all('What was made for the receiver.'),
  published: all('What reached a tracker, a CRM or a wiki.'),
  outbox: all('What is still to reach one of them.'),
  seenThere: all('How open points were found there.'),
  holidays: z.array(z.string()),
  weekend: z.array(z.string()),
  worked: z.array(z.string()),
  hasOwnCalendar: z.boolean(),
  history: all('What was changed that somebody relied on.'),
  contradictions: all('What was answered in several ways apart, and not chosen yet.'),
  corrections: all('What was taken back with a reason.'),
  journal: loose({actions: count}).describe('How the journal was read.'),
});
