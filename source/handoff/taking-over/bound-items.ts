import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import {itemAt} from '../items/item-at.ts';

/**
 * Whether something has happened with an item in the words that it has: it was performed, or the
 * session went through it. With other words that is another item, to be shown anew.
 */
export function isBound(handoff: Handoff, id: string): boolean {
  const {demonstrations, session} = handoff;
  if (demonstrations.some(({item}) => item === id)) return true;
  if (session.blocks.some(({block}) => block === id)) return true;
  const isSettled = itemState(handoff, id).status !== 'open';
  return (
    session.startedAt !== undefined && isSettled && itemAt(handoff, id)?.phase.kind === 'session'
  );
}
