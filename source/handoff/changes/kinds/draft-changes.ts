import type {Handoff} from '../../model/handoff.ts';
import {knownDraft} from '../../drafts/found-drafts.ts';
import {answerDraft} from '../answer-draft.ts';
import {fact, ids, oneOf, optional, word} from '../change-fields.ts';
import {answeredDraftSchema, foundDraftsSchema} from '../../drafts/draft-schema.ts';
import {entry} from '../entry.ts';

function unknownDraft(handoff: Handoff, key: string): string | undefined {
  return knownDraft(handoff, key) ? undefined : `nothing was found that is called "${key}"`;
}

/** What was found of what is deployed, and what people said of it that is no row. */
export const draftChanges = {
  // What is found is redacted where it is found.
  'drafts/seen': entry({
    since: 6,
    // Without a folder it is a look at what the host runs.
    fields: {
      folder: optional(word()),
      host: word(),
      drafts: fact(foundDraftsSchema),
      unread: ids(),
    },
    undo: 'never',
    words: () => 'what was found',
    isTelling: true,
    reduce(draft, {folder, host, drafts, unread, at, actor}) {
      const of = folder === undefined ? {host} : {folder, host};
      const look = {...of, drafts, unread, at, by: actor};
      const others = draft.draftLooks.filter(
        (other) => other.folder !== folder || other.host !== host,
      );
      draft.draftLooks = [...others, look];
    },
  }),
  /** A check went into the checks file, or something is not wanted; rows say themselves that they were taken. */
  'draft/answered': entry({
    since: 6,
    fields: {draft: fact(answeredDraftSchema), answer: oneOf(['taken', 'left'])},
    // Taking it back would not take the check out of the file.
    undo: ({answer}) => (answer === 'taken' ? 'never' : 'free'),
    words: ({draft: {key}, answer}) =>
      answer === 'left' ? `that "${key}" is not wanted` : `that "${key}" was taken`,
    misfit: ({draft}, handoff) => unknownDraft(handoff, draft.key),
    reduce: (draft, action) => answerDraft(draft, action, action.draft, action.answer),
  }),
};
