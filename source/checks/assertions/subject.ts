import type {Form} from './forms.ts';
import type {Path, Report} from '../spec/report.ts';

/** What came of one assertion, before redaction and shortening. */
export interface Judgement {
  readonly subject: string;
  /** As it stands behind "expected", such as `0`. */
  readonly expected: string;
  /** As it stands behind the subject, such as `equals 0`; the same, where it is not said. */
  readonly stated?: string | undefined;
  readonly actual: string;
  /** Said after `actual`, whatever its length: what was not looked at, or why. */
  readonly remark?: string | undefined;
  readonly isMet: boolean;
  /** It is not met because it could not be looked at: nothing is known, which is no failure. */
  readonly isUnknown?: boolean | undefined;
}

/** What values there are, so that it can be told what is true of all of them, or of none. */
export type Domain =
  | {readonly least: number; readonly most?: number}
  | {readonly words: readonly (string | boolean)[]};

/**
 * Something a kind of check can make statements about. `parse` reads what stands for it in `expect`
 * or `warn`, reports every problem, and then gives undefined. `judge` gets what `parse` gave and what
 * the check measured, which is undefined when the check did not get that far.
 */
export interface Subject<Statement = unknown, Measured = unknown> {
  /** What may be written, for editors. Default: anything. */
  readonly form?: Form;
  /** The values it can have: numbers between two, both included, or one of a few. */
  readonly domain?: Domain;
  parse(input: unknown, place: SubjectPlace): Statement | undefined;
  judge(
    statement: Statement,
    measured: Measured | undefined,
    subject: string,
  ): readonly Judgement[];
}

export interface SubjectPlace {
  readonly subject: string;
  readonly path: Path;
  readonly report: Report;
}

/** One subject with its statement, as read from `expect` or `warn`. */
export interface Claim {
  readonly subject: string;
  readonly statement: unknown;
  readonly level: 'expect' | 'warn';
}
