import type {DocumentSet} from '../../model/document-set.ts';
import type {Handoff} from '../../model/handoff.ts';

// Beside the set and not in it: whoever prints or compares a handoff would meet all earlier ones.
const states = new WeakMap<DocumentSet, Handoff>();

/** Remembers what a set was made from. The state is not changed afterwards. */
export function keepState(set: DocumentSet, handoff: Handoff): void {
  states.set(set, handoff);
}

/** The handoff as it was when a set was written, without that set; nothing for one that no journal tells of. */
export function stateOf(set: DocumentSet): Handoff | undefined {
  return states.get(set);
}
