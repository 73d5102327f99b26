import type {Handoff} from '../model/handoff.ts';

/** The decision in force: the newest sign-off. */
export function isSignedOff(handoff: Pick<Handoff, 'signOffs'>): boolean {
  const decision = handoff.signOffs.at(-1)?.decision;
  return decision === 'accepted' || decision === 'accepted-with-conditions';
}
