import type {WrittenName} from '../model/document-set.ts';
import type {Handoff} from '../model/handoff.ts';
import {hasSession} from '../session/has-session.ts';
import {isSignedOff} from './signed-off.ts';

/** What tells which documents a handoff needs. */
export type Decided = Pick<Handoff, 'signOffs' | 'playbook' | 'session'>;

/**
 * Whether a document has anything left to tell. The session papers prepare what the receiver decides
 * on: once it was accepted, the handoff document has all that remains of them. Where no session is
 * held, there is nothing to prepare and nothing to sum up.
 */
export function hasSomethingToSay(handoff: Decided, name: WrittenName): boolean {
  switch (name) {
    case 'session-papers':
      return hasSession(handoff) && !isSignedOff(handoff);
    case 'session-summary':
      return hasSession(handoff);
    default:
      return true;
  }
}
