import {entryOf, type Change} from './catalogue.ts';

/** Changes with a reason in each that can have one and has none. */
export function withReason(changes: readonly Change[], reason: string): readonly Change[] {
  return changes.map((change) => {
    const field = entryOf(change.type).fields['reason'];
    const isOpen = field?.isOptional === true && !('reason' in change && change.reason);
    return isOpen ? ({...change, reason} as Change) : change;
  });
}
