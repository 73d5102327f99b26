import {entryOf, type Action} from './catalogue.ts';
import type {Draft} from './draft.ts';

/** Whoever entered something has come in here, whatever became of it; what only tells enters nothing. */
export function noteActor(draft: Draft, {type, at, actor}: Action): void {
  if (entryOf(type).isTelling) return;
  draft.updatedAt = at;
  if (!draft.actors.includes(actor)) draft.actors = [...draft.actors, actor];
}
