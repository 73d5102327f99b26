import * as z from 'zod/mini';
import {
  audiences,
  partNames,
  phaseKinds,
  registerNames,
  screens,
  settlingFacts,
  systemSizes,
  textKinds,
  type Item,
  type Playbook,
} from '../../playbook/playbook.ts';
import type {PlaybookFile} from '../../playbook/playbook-file.ts';

const count = z.number().check(z.nonnegative());
const id = z.string().check(z.minLength(1));
const position = z.object({
  line: z.number(),
  column: z.number(),
  file: z.exactOptional(count),
});
const minutes = z.object({min: count, max: count});
const link = z.object({text: z.string(), url: z.string(), position});

const item: z.ZodMiniType<Item> = z.object({
  id,
  text: z.string(),
  details: z.exactOptional(z.string()),
  isOptional: z.boolean(),
  isChecked: z.boolean(),
  isStruck: z.exactOptional(z.boolean()),
  isReading: z.exactOptional(z.boolean()),
  owner: z.exactOptional(z.string()),
  dueOn: z.exactOptional(z.string()),
  evidence: z.exactOptional(z.array(z.string())),
  minutes: z.exactOptional(minutes),
  commands: z.array(z.string()),
  links: z.array(link),
  due: z.exactOptional(
    z.object({
      amount: count,
      unit: z.enum(['hours', 'days', 'business-days']),
      after: z.enum(['session', 'transition']),
    }),
  ),
  register: z.exactOptional(z.enum(registerNames)),
  part: z.exactOptional(z.enum(partNames)),
  audience: z.exactOptional(z.enum(audiences)),
  settledBy: z.exactOptional(z.enum(settlingFacts)),
  askedFrom: z.exactOptional(z.enum(systemSizes)),
  children: z.lazy(() => z.array(item)),
  position,
});

const stepText = z.object({
  kind: z.enum(textKinds),
  markdown: z.string(),
  above: z.exactOptional(id),
  position,
});

const step = z.object({
  id,
  title: z.string(),
  screen: z.enum(screens),
  introduction: z.exactOptional(z.string()),
  texts: z.exactOptional(z.array(stepText)),
  minutes: z.exactOptional(minutes),
  items: z.array(item),
  isAppended: z.exactOptional(z.boolean()),
  position,
});

const gates = z.object({
  asks: z.exactOptional(z.enum(['required'])),
  prove: z.array(z.string()),
  proofDays: count,
  contactDays: count,
  reasonLength: count,
  sessionMinutes: count,
  handsOnBlock: z.string(),
  handsOnPercent: count,
  firstCheckIn: count,
  checkInEvery: count,
  quietDays: count,
});

const phase = z.object({
  id,
  kind: z.enum(phaseKinds),
  title: z.string(),
  introduction: z.exactOptional(z.string()),
  steps: z.array(step),
  position,
});

/** A playbook as a handoff carries it. */
export const playbookSchema: z.ZodMiniType<Playbook> = z.object({
  title: z.string(),
  context: z.exactOptional(z.string()),
  phases: z.array(phase).check(z.refine((phases) => phases.some(({steps}) => steps.length > 0))),
  gotchas: z.array(z.object({text: z.string(), position})),
  gates: z.exactOptional(gates),
  links: z.array(link),
  notices: z.array(z.object({message: z.string(), position})),
});

/** The files that a playbook was read from. */
export const playbookFilesSchema: z.ZodMiniType<readonly PlaybookFile[]> = z.array(
  z.object({path: id, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/u))}),
);
