import type {AnsweredDraft, FoundDraft} from './found-draft.ts';
import type {Handoff} from '../model/handoff.ts';

type Looked = Pick<Handoff, 'draftLooks'>;

/** What was found by the last look at each folder, each thing once; the latest look has the word. */
export function foundDrafts({draftLooks}: Looked): readonly FoundDraft[] {
  const found = new Map<string, FoundDraft>();
  for (const {drafts} of draftLooks) for (const draft of drafts) found.set(draft.key, draft);
  return [...found.values()];
}

/** A draft by its key. */
export function foundDraft({draftLooks}: Looked, key: string): FoundDraft | undefined {
  for (const {drafts} of draftLooks.toReversed()) {
    const found = drafts.find((draft) => draft.key === key);
    if (found) return found;
  }
  return undefined;
}

/** A draft by its key, as it is found now, or as it was when it was taken or left. */
export function knownDraft(handoff: Handoff, key: string): AnsweredDraft | undefined {
  return (
    foundDraft(handoff, key) ??
    handoff.records.find(({draft}) => draft?.key === key)?.draft ??
    handoff.draftAnswers.find((answer) => answer.key === key)
  );
}
