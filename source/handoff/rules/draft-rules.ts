import {foundDraft} from '../drafts/found-drafts.ts';
import type {AnsweredDraft, FoundDraft} from '../drafts/found-draft.ts';
import {digestOf} from '../standing/digest.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** Looking again says nothing new while the same is found. */
export const isNewLook: Rule<'drafts/seen'> = (handoff, {folder, host, drafts, unread}) => {
  const last = handoff.draftLooks.find((look) => look.folder === folder && look.host === host);
  return last && digestOf([last.drafts, last.unread]) === digestOf([drafts, unread])
    ? refused('seen', 'The same was found as before.', 'Nothing has to be done.')
    : undefined;
};

function isAsFound(draft: AnsweredDraft, found: FoundDraft | undefined): found is FoundDraft {
  return found !== undefined && digestOf(found.fields) === digestOf(draft.fields);
}

/** What is said to be taken from what was found was found so. */
export const comesFromDraft: Rule<'record/added'> = (handoff, {register, draft}) => {
  if (draft === undefined) return undefined;
  const found = foundDraft(handoff, draft.key);
  return isAsFound(draft, found) && found.register === register
    ? undefined
    : refused(
        'no-such-draft',
        `Nothing was found that is called "${draft.key}" and says so.`,
        'Look at what is deployed first.',
      );
};

/** What was found changes the row that was made of it, or one that nobody made of anything found. */
export const changesItsRow: Rule<'record/changed'> = (handoff, {record, draft}) => {
  if (draft === undefined) return undefined;
  const row = handoff.records.find(({id}) => id === record);
  const isOwn = row?.draft === undefined || row.draft.key === draft.key;
  const found = foundDraft(handoff, draft.key);
  return row && isOwn && isAsFound(draft, found) && found.register === row.register
    ? undefined
    : refused(
        'no-such-draft',
        `The row was not made of "${draft.key}".`,
        'Look at what is deployed, and take what changed from there.',
      );
};
