/** What a scenario has found. Everything but the acknowledged ones has to stay empty. */
export interface Tally {
  readonly scenario: string;
  /** Kills, sizes, bytes: whatever was tried so many times. */
  readonly tries: number;
  /** Changes that were said to be saved. */
  readonly acknowledged: number;
  /** Those of them that are not in the store afterwards. */
  readonly lost: readonly string[];
  /** Changes that are there more than once. */
  readonly doubled: readonly string[];
  /** Stores that did not open afterwards. */
  readonly unopened: readonly string[];
  /** Whatever else was not as promised: a stack, a silence, a reset. */
  readonly wrong: readonly string[];
  /** Why it could not be tried here. */
  readonly skipped?: string;
}

/** A tally that is filled while a scenario runs. */
export interface OpenTally extends Tally {
  tries: number;
  acknowledged: number;
  readonly lost: string[];
  readonly doubled: string[];
  readonly unopened: string[];
  readonly wrong: string[];
}

export function openTally(scenario: string): OpenTally {
  return {scenario, tries: 0, acknowledged: 0, lost: [], doubled: [], unopened: [], wrong: []};
}

export function skippedTally(scenario: string, why: string): Tally {
  return {...openTally(scenario), skipped: why};
}

const faults = ['lost', 'doubled', 'unopened', 'wrong'] as const;

export function isClean(tally: Tally): boolean {
  return faults.every((fault) => tally[fault].length === 0);
}

/** The words of everything that was found, for a test that expects none. */
export function faultsOf(tally: Tally): readonly string[] {
  return faults.flatMap((fault) => tally[fault].map((words) => `${fault}: ${words}`));
}
