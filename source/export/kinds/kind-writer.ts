import type {Check} from '../../checks/checks-file.ts';
import type {Claim} from '../../checks/assertions/subject.ts';
import type {Place, ShellWriter} from '../shell-subjects.ts';

/** One statement as a condition of the shell. */
export interface Condition {
  /** Commands before it. */
  readonly before?: readonly string[];
  readonly condition: string;
  /** What to show of what was found: a variable, or a file with text. */
  readonly shown: {readonly variable: string} | {readonly file: string};
}

/** A number that a check measured, for performance data. */
export interface MeasuredNumber {
  readonly label: string;
  readonly variable: string;
  readonly unit: string;
}

/** How the script does what a check does. */
export interface Written {
  /** Parts of the library that it needs. */
  readonly libraries: readonly string[];
  /** Commands that measure; they return from the check when nothing can be said. */
  readonly lines: readonly string[];
  readonly places: Readonly<Record<string, Place>>;
  /** Conditions for a claim that is not about one of the places, in the order of its judgements. */
  readonly conditionsOf?: (claim: Claim) => readonly Condition[] | undefined;
  /** By subject the variable that says why it is not seen, and is empty where it is. */
  readonly unseen?: Readonly<Record<string, string>>;
  readonly numbers?: readonly MeasuredNumber[];
  /** The script's own words for what was found stand in this variable. */
  readonly needsJq?: boolean;
}

/** @throws NotCarriedError */
export type KindWriter = (check: Check, writer: ShellWriter) => Written;

export function number(variable: string, dimension = 'number'): Place {
  return {type: 'number', variable, dimension};
}

export function flag(variable: string): Place {
  return {type: 'flag', variable};
}

export function text(file: string): Place {
  return {type: 'text', file};
}
