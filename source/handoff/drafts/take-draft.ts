import type {Change} from '../changes/catalogue.ts';
import type {AnsweredDraft, FoundDraft} from './found-draft.ts';
import type {Handoff} from '../model/handoff.ts';
import {rowOfDraft} from './draft-facts.ts';
import {draftPlace} from './draft-item.ts';
import type {DraftStanding} from './draft-standing.ts';

/** A draft as it is kept with what was said of it. */
export function answered({key, fields, source}: AnsweredDraft): AnsweredDraft {
  return {key, fields, source};
}

/** What taking a draft does: changes, a check that goes into the checks file, or why it cannot be. */
export type Taking =
  | {readonly changes: readonly Change[]}
  | {readonly check: FoundDraft}
  | {readonly why: string};

/** What it takes to take a draft, into the item that is named or that it would answer. */
export function takingOf(
  handoff: Handoff,
  {state, draft, row, offers}: DraftStanding,
  item?: string,
): Taking {
  const from = answered(draft);
  if (state === 'gone') return {why: 'It is not found any more; what was taken stays as it is.'};
  if (draft.kind === 'check')
    return state === 'changed'
      ? {why: 'The check is in your checks file. Change it there.'}
      : {check: draft};
  if (row)
    return offers
      ? {changes: [{type: 'record/changed', record: row.id, fields: offers, draft: from}]}
      : {why: 'It was taken already.'};
  const {register} = draft;
  const place = item === undefined ? draftPlace(handoff, draft) : {item};
  if ('why' in place || register === undefined)
    return 'why' in place ? place : {why: 'Nothing tells in which table it belongs.'};
  const fields = rowOfDraft(draft, register);
  return {
    changes: [{type: 'record/added', register, item: place.item, fields, draft: from}],
  };
}

/** The change that says that a draft is not wanted as it is found now, or that it is known to be gone. */
export function leaveDraft({draft}: Pick<DraftStanding, 'draft'>): Change {
  return {type: 'draft/answered', draft: answered(draft), answer: 'left'};
}

/** The change that says that a check went into the checks file. */
export function checkTaken(draft: FoundDraft): Change {
  return {type: 'draft/answered', draft: answered(draft), answer: 'taken'};
}
