import * as z from 'zod/mini';
import {proofKinds} from '../model/proof.ts';
import {isInstant} from './change-fields.ts';
import {keptOutputSchema} from './check-run-schema.ts';
import type {StepFigures, StepTexts} from './step-runs.ts';

export const stepFiguresSchema: z.ZodMiniType<readonly StepFigures[]> = z.array(
  z.object({
    number: z.int().check(z.positive()),
    isMet: z.boolean(),
    kind: z.exactOptional(z.enum(proofKinds)),
    code: z.exactOptional(z.int()),
    duration: z.exactOptional(z.number().check(z.nonnegative())),
    evidence: z.exactOptional(keptOutputSchema),
    ranAt: z.string().check(z.refine(isInstant)),
  }),
);

export const stepTextsSchema: z.ZodMiniType<readonly StepTexts[]> = z.array(
  z.object({
    title: z.string(),
    command: z.string(),
    expected: z.string(),
    actual: z.string(),
    toRunbook: z.exactOptional(z.string()),
    toPerson: z.exactOptional(z.string()),
  }),
);
