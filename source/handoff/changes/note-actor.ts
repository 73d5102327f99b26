import {entryOf, type Action} from './catalogue.ts';
import type {Draft} from './draft.ts';

/**
 * Whoever entered something has come in here, whatever became of it; what only tells enters nothing, and
 * what came in a file was entered by whoever imported that.
 */
export function noteActor(draft: Draft, {type, at, actor, arrival}: Action): void {
  if (entryOf(type).isTelling) return;
  draft.updatedAt = at;
  const by = arrival?.by ?? actor;
  if (!draft.actors.includes(by)) draft.actors = [...draft.actors, by];
}
