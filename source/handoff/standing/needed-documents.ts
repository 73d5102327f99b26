import type {WrittenName} from '../model/document-set.ts';
import {isSignedOff} from './signed-off.ts';

/** What tells whether a handoff is accepted. */
export type Decided = Parameters<typeof isSignedOff>[0];

/**
 * Whether a document has anything left to tell. The session papers prepare what the receiver decides
 * on: once it was accepted, the handoff document has all that remains of them.
 */
export function hasSomethingToSay(handoff: Decided, name: WrittenName): boolean {
  return name !== 'session-papers' || !isSignedOff(handoff);
}
