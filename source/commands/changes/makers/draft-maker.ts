import {draftStandings} from '../../../handoff/drafts/draft-standing.ts';
import {leaveDraft as left} from '../../../handoff/drafts/take-draft.ts';
import {findOne} from '../find-one.ts';
import {textIn} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

/** The answer that a draft is not wanted. */
export const leaveDraft: MakeChanges = ({typed, moment: {handoff}}) => {
  const all = draftStandings(handoff).map((standing) => ({
    id: standing.draft.key,
    text: standing.draft.source,
    standing,
  }));
  const listedBy = '"handoff-wizard discover --json" has the key of each draft.';
  const found = findOne(all, textIn(typed.arguments['key']) ?? '', {what: 'draft', listedBy});
  return [left(found.standing)];
};
