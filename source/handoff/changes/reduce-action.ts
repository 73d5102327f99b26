import {isTaken, noteTaken} from '../kits/take-act.ts';
import {bringBack} from '../taking-over/carry-over.ts';
import {entryOf, type Action} from './catalogue.ts';
import type {Draft} from './draft.ts';

/** Does what an action says, on a state in which all that it names is there. */
export function reduceAction(draft: Draft, action: Action): void {
  if (isTaken(draft, action)) return;
  const {fields, reduce} = entryOf(action.type);
  const values = action as unknown as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    const named = values[name];
    if (fields[name]?.refersTo === 'item' && typeof named === 'string') bringBack(draft, named);
  }
  reduce(draft, action as never);
  noteTaken(draft, action);
}
