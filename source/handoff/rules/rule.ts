import type {Action, ChangeType, Change} from '../changes/catalogue.ts';
import type {Arrival} from '../changes/stamp.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Refusal} from './refused.ts';

/** What a change is judged by. */
export interface Judged {
  readonly handoff: Handoff;
  /** The actions that the handoff is the fold of, in order. */
  readonly journal: readonly Action[];
}

/** Who asks for a change, and when. */
export interface Asking {
  readonly actor: string;
  /** ISO 8601 instant. */
  readonly now: string;
  /** The journal version by whose rules it was written; that of today for what is asked now. */
  readonly v?: number;
  /** By which file it comes, where the actor does not enter it here. */
  readonly arrival?: Arrival;
}

/** Why a kind of change may not be now; nothing when it may. */
export type Rule<T extends ChangeType = ChangeType> = (
  handoff: Handoff,
  change: Extract<Change, {type: T}>,
  asking: Asking,
) => Refusal | undefined;

/** The first of several rules that refuses. */
export function allOf<T extends ChangeType>(...rules: readonly Rule<T>[]): Rule<T> {
  return (handoff, change, asking) => {
    for (const rule of rules) {
      const refusal = rule(handoff, change, asking);
      if (refusal) return refusal;
    }
    return undefined;
  };
}
