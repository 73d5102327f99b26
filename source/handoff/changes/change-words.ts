import type {Handoff} from '../model/handoff.ts';
import {entryOf, type Change} from './catalogue.ts';

/** A change in a few words, as they stand behind "Taken back:". */
export function changeWords(handoff: Handoff, change: Change): string {
  return entryOf(change.type).words(change, handoff);
}
