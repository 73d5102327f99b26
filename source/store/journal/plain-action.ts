import type {Action} from '../../handoff/changes/catalogue.ts';
import {isPlain, parsePlain} from '../../redaction/parse-plain.ts';

/**
 * An action without what could act on a terminal. Nobody can enter that here, and a line that was put into a
 * journal by hand or came from elsewhere keeps it in its file alone: so nothing that shows the action has to think
 * of it.
 *
 * @param text the line that it was read from
 */
export function plainAction(text: string, action: Action): Action {
  if (isPlain(text)) return action;
  const {actor, ...plain} = parsePlain(text) as Action;
  return {...plain, id: action.id, actor: actor.trim() || '?'};
}
