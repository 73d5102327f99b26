import type {Action} from '../../handoff/changes/catalogue.ts';

/** How many actions of the journal moved something, taken-back ones and their undoing included. */
export function movesOf(journal: readonly Action[], isMove: (action: Action) => boolean): number {
  const moves = new Set(journal.filter(isMove).map(({id}) => id));
  const undone = journal.filter((action) => action.type === 'undone' && moves.has(action.action));
  return moves.size + undone.length;
}
