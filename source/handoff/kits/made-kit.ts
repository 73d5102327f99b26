import type {AcceptedState} from '../model/accepted-state.ts';

/** A kit that was made for the receiver: what an answer to it is bound to. */
export interface MadeKit {
  /** SHA-256 of the list of all its hashes. */
  readonly kit: string;
  /** The digest of the handoff that it shows, and that part by part. */
  readonly version: string;
  readonly accepted: AcceptedState;
  /** ISO 8601 instant that it speaks of. */
  readonly asOf: string;
  /** Absolute. */
  readonly file: string;
  /** ISO 8601 instant and actor of the making. */
  readonly at: string;
  readonly by: string;
}

/** The kit of a digest; nothing where this handoff has made none such. */
export function madeKit(
  {kits}: {readonly kits: readonly MadeKit[]},
  digest: string,
): MadeKit | undefined {
  return kits.findLast(({kit}) => kit === digest);
}
