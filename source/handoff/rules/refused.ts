import type {Place} from '../model/place.ts';

/** Why a change may not be, and what to do instead. */
export interface Refusal {
  /** Names the rule; stays the same from version to version. */
  readonly code: string;
  /** What stands in the way, in a sentence. */
  readonly message: string;
  /** What to do instead, in a sentence. */
  readonly try: string;
  /** Where to do it. */
  readonly place?: Place;
  /** For an undo that asks: the actions of others that would go with it. */
  readonly along?: readonly string[];
}

/** A refusal by its three parts. */
export function refused(code: string, message: string, advice: string, place?: Place): Refusal {
  return {code, message, try: advice, ...(place ? {place} : {})};
}
