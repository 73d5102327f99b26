import type {Handoff} from '../model/handoff.ts';
import type {Draft} from './draft.ts';
import type {Fields, Values} from './change-fields.ts';
import type {Placed, Stamp} from './stamp.ts';

/**
 * Whether a change can be taken back. `free`: by whoever made it, silently. `claim`: somebody proved,
 * performed, agreed, was told or accepted something; only who entered it may correct it, with a
 * reason, and both stay. `never`: history.
 */
export type UndoRule = 'free' | 'claim' | 'never';

/** All that there is to know of one kind of change; whatever deals with changes reads it here. */
export interface ChangeEntry<F extends Fields = Fields> {
  /** The first journal version that knows it. */
  readonly since: number;
  readonly fields: F;
  readonly undo: UndoRule | ((change: Values<F>) => UndoRule);
  /** The change in a few words, as they stand behind "Taken back:". */
  readonly words: (change: Values<F>, handoff: Handoff) => string;
  /** Why it does not fit the handoff as it is; nothing when it does. */
  readonly misfit?: (change: Values<F>, handoff: Handoff) => string | undefined;
  /** It tells of the handoff and changes nothing of it, so the time of the last change stays. */
  readonly isTelling?: boolean;
  /** What it does. */
  readonly reduce: (draft: Draft, action: Values<F> & Stamp & Pick<Placed, 'v'>) => void;
}

/** Describes a change; its fields type its reducer and its words. */
export function entry<const F extends Fields>(description: ChangeEntry<F>): ChangeEntry<F> {
  return description;
}
