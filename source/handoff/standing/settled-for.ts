import type {ItemState} from '../model/item-state.ts';

/** In which words an item was settled that has other words now; nothing where it was not. */
export function settledForWords({settledFor}: Pick<ItemState, 'settledFor'>): string | undefined {
  if (!settledFor) return undefined;
  const {text, status, reason} = settledFor;
  return status === 'done'
    ? `It was done while it read "${text}".`
    : `It did not apply while it read "${text}"${reason ? `: ${reason}` : '.'}`;
}
