import {isSettled} from '../../../handoff/items/progress.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import {itemKey} from '../../list/selected-line.ts';

/** The line of a running session to go on at: what is open in the block that runs, or that block. */
export function runningLine(
  handoff: Handoff,
  {blocks}: Pick<AgendaState, 'blocks'>,
): string | undefined {
  const block = blocks.find(({state}) => state === 'running')?.item;
  return itemKey(block?.children.find((topic) => !isSettled(handoff, topic)) ?? block);
}
