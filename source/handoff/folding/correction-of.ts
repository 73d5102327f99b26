import {audienceOf} from '../audience/audience-of.ts';
import {waiverAudience} from '../audience/requirement-audience.ts';
import type {Action} from '../changes/catalogue.ts';
import {changeWords} from '../changes/change-words.ts';
import type {Draft} from '../changes/draft.ts';
import type {Undoing} from '../changes/undo.ts';
import type {Correction} from '../model/correction.ts';
import type {Line} from '../model/place.ts';

/** What an action is about; nothing where that is the handoff as a whole. */
function lineOf(action: Action): Line | undefined {
  if (action.type === 'record/added') return {kind: 'row', id: action.id};
  if (action.type === 'session/noted') return {kind: 'note', id: action.id};
  if ('item' in action) return {kind: 'item', id: action.item};
  if ('record' in action) return {kind: 'row', id: action.record};
  if ('note' in action) return {kind: 'note', id: action.note};
  return 'followUp' in action ? {kind: 'follow-up', id: action.followUp} : undefined;
}

function isInternal(draft: Draft, action: Action, later: readonly Action[]): boolean {
  if (action.type === 'gate/waived')
    return waiverAudience(draft, {...action, by: action.actor}) === 'internal';
  // What is taken back is not there to be asked, nor what was said of it.
  const isKept = later.some(
    (each) =>
      'audience' in each &&
      each.audience === 'internal' &&
      (('record' in each && each.record === action.id) ||
        ('note' in each && each.note === action.id)),
  );
  if (isKept) return true;
  if (action.type === 'record/added')
    return audienceOf(draft, {kind: 'item', id: action.item}) === 'internal';
  return action.type === 'session/noted' && action.kind === 'note';
}

/** What stays on record of a claim that was taken back with a reason. */
export function correctionOf(
  draft: Draft,
  action: Action,
  {reason = '', at: correctedAt}: Undoing,
  later: readonly Action[],
): Correction {
  const {id, at, actor} = action;
  const about = lineOf(action);
  return {
    action: id,
    words: changeWords(draft, action),
    at,
    by: actor,
    reason,
    correctedAt,
    ...(about ? {about} : {}),
    ...(isInternal(draft, action, later) ? {isInternal: true} : {}),
  };
}
