import type {AcceptedState} from '../model/accepted-state.ts';
import type {SignOffDecision} from '../model/sign-off.ts';

/**
 * What is known of who wrote an answer. `unsigned`: whoever it says; `whole`: signed with a key that
 * nobody vouched for; `known`: with the key that whoever imported it named.
 */
export const signatureStates = ['unsigned', 'whole', 'known', 'unchecked'] as const;
export type SignatureKnown = (typeof signatureStates)[number];

/** Something of an answer that was not taken, and why. */
export interface LeftOut {
  /** Counted from 0. */
  readonly part: number;
  readonly words: string;
  readonly why: string;
}

/** An answer of the receiver that came in a file. */
export interface ReceivedAnswer {
  /** SHA-256 of the answer, without its signature. */
  readonly answer: string;
  readonly kit: string;
  readonly version: string;
  /** Who answers, by their own word. */
  readonly name: string;
  readonly role?: string;
  /** ISO 8601 instant by the clock of their machine. */
  readonly givenAt: string;
  readonly signature: SignatureKnown;
  /** Fingerprint of the key that it was signed with. */
  readonly key?: string;
  /** How many things it holds, and which of them were taken into the handoff, counted from 0. */
  readonly entries: number;
  readonly taken: readonly number[];
  /** What was not taken when it came, and why; {@link notTaken} has what is still so. */
  readonly leftOut: readonly LeftOut[];
  /** What it decides, taken or not. */
  readonly decision?: SignOffDecision;
  /** Parts of what an acceptance is of that it has made itself, as it made them. */
  readonly own: AcceptedState;
  /** ISO 8601 instant and actor of the import. */
  readonly at: string;
  readonly by: string;
}

/** The answer of a digest; nothing where none was imported. */
export function receivedAnswer(
  {answers}: {readonly answers: readonly ReceivedAnswer[]},
  digest: string,
): ReceivedAnswer | undefined {
  return answers.find(({answer}) => answer === digest);
}

/** What of an answer was not taken and has not been since. */
export function notTaken({leftOut, taken}: ReceivedAnswer): readonly LeftOut[] {
  return leftOut.filter(({part}) => !taken.includes(part));
}
