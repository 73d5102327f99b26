import type {Handoff} from '../model/handoff.ts';
import {shownName} from '../people/shown-name.ts';

/** Who holds a handoff now: whoever it was passed on to last, else who began it. */
export function holderOf(handoff: Handoff): string {
  return shownName(handoff, handoff.holder?.name ?? handoff.createdBy);
}
