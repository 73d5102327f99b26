import type {Change} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {handoffDigest} from '../handoff/standing/accepted/handoff-digest.ts';

/** A decision that names no version is of the handoff as it is at that moment, and says so. */
export function withDigest(handoff: Handoff, change: Change): Change {
  if (change.type !== 'sign-off/recorded' || change.digest !== undefined) return change;
  return {...change, digest: handoffDigest(handoff)};
}
