import * as z from 'zod/mini';
import {registerNames} from '../../playbook/playbook.ts';
import {
  draftKinds,
  type AnsweredDraft,
  type FoundDraft,
  type FoundFields,
  type FoundValue,
} from './found-draft.ts';

const found: z.ZodMiniType<FoundValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(found), z.record(z.string(), found)]),
);

const fields: z.ZodMiniType<FoundFields> = z.record(z.string(), found);
const words = z.string().check(z.minLength(1));

export const answeredDraftSchema: z.ZodMiniType<AnsweredDraft> = z.object({
  key: words,
  fields,
  source: z.string(),
});

export const foundDraftsSchema: z.ZodMiniType<readonly FoundDraft[]> = z.array(
  z.object({
    kind: z.enum(draftKinds),
    key: words,
    register: z.exactOptional(z.enum(registerNames)),
    fields,
    source: z.string(),
  }),
);
