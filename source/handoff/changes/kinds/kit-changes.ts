import * as z from 'zod/mini';
import type {AcceptedState} from '../../model/accepted-state.ts';
import {digest, fact, instant, word} from '../change-fields.ts';
import {sha256Schema} from '../check-run-schema.ts';
import {entry} from '../entry.ts';

const acceptedSchema: z.ZodMiniType<AcceptedState> = z.record(
  z.string(),
  z.object({digest: sha256Schema, subject: z.string()}),
);

/** What was made for the receiver to answer. */
export const kitChanges = {
  'kit/made': entry({
    since: 6,
    fields: {
      kit: digest(),
      version: digest(),
      /** What the version was, part by part: an answer is held against it whatever was united since. */
      accepted: fact(acceptedSchema),
      asOf: instant(),
      file: word(),
    },
    undo: 'never',
    words: () => 'the making of a kit',
    isTelling: true,
    reduce(draft, {kit, version, accepted, asOf, file, at, actor}) {
      draft.kits = [...draft.kits, {kit, version, accepted, asOf, file, at, by: actor}];
    },
  }),
};
