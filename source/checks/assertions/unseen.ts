const mark = Symbol('unseen');

/** Stands where a value could not be looked at: whatever is said of it, nothing is known. */
export interface Unseen {
  readonly [mark]: true;
  /** Why, as the second half of a sentence. */
  readonly reason: string;
}

export function unseen(reason: string): Unseen {
  return {[mark]: true, reason};
}

export function isUnseen(measured: unknown): measured is Unseen {
  return typeof measured === 'object' && measured !== null && mark in measured;
}
