import type {KeptOutput} from './kept-output.ts';

export type CheckOutcome = 'pass' | 'warn' | 'fail' | 'unknown' | 'skipped' | 'waived';

/** How one check of a run stood; big output lies in the evidence folder. */
export interface CheckRecord {
  readonly name: string;
  readonly kind: string;
  readonly severity: 'required' | 'recommended';
  readonly outcome: CheckOutcome;
  readonly message: string;
  readonly target: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly code?: number;
  readonly fix?: string;
  readonly proves?: string;
  /** SHA-256 of what it asks: its kind, what it looks at and its conditions. */
  readonly digest?: string;
  /** This run did not come to it: what stands here is what an earlier one found, or nothing. */
  readonly isLeftOut?: boolean;
  /** It was skipped because its own condition says that it does not apply here. */
  readonly isInapplicable?: boolean;
  /** What the checks file says of an outcome that it waives. */
  readonly waiver?: {
    readonly outcome: CheckOutcome;
    readonly reason: string;
    readonly approver: string;
    /** A day, `YYYY-MM-DD`, from whose beginning it counts no more. */
    readonly expires: string;
  };
  /** What a person said of a `manual` check, and counts again in the next run. */
  readonly attestation?: {
    readonly by: string;
    readonly at: string;
    readonly isMet: boolean;
    readonly note?: string | undefined;
  };
  /** How far a log check `since: last-run` has read. */
  readonly logPosition?: {
    readonly path: string;
    readonly inode: string;
    readonly offset: number;
    readonly headBytes: number;
    readonly headSha256: string;
  };
  readonly findings: readonly {
    readonly subject: string;
    readonly expected: string;
    readonly actual: string;
    readonly isMet: boolean;
    readonly level: 'expect' | 'warn';
  }[];
  readonly evidence?: KeptOutput;
}

export interface CheckRunRecord {
  readonly id: string;
  readonly file: string;
  readonly fileSha256: string;
  readonly startedAt: string;
  readonly duration: number;
  readonly isInterrupted: boolean;
  readonly actor: string;
  readonly results: readonly CheckRecord[];
}
