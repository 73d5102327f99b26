/** How something is: as it should be, worth knowing, or so that something cannot work. */
export type Standing = 'good' | 'note' | 'broken';

/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly standing: Standing;
  /** What was found, and where. */
  readonly found: string;
  /** What to do about it; there for all that is not good. */
  readonly mend?: string;
}

export function good(name: string, found: string): Finding {
  return {name, standing: 'good', found};
}

export function note(name: string, found: string, mend: string): Finding {
  return {name, standing: 'note', found, mend};
}

export function broken(name: string, found: string, mend: string): Finding {
  return {name, standing: 'broken', found, mend};
}
